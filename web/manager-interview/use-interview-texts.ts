import { useMemo } from 'react'
import { withInterviewTexts } from '#surveys/manager-interview-wording.ts'
import type { Texts } from '#surveys/say.ts'
import { useLanguage } from '../language.tsx'

/** Every sentence of the interview form, in the reader's language. */
export function useInterviewTexts(): Texts {
  const { texts, locale } = useLanguage()
  return useMemo(() => withInterviewTexts(texts, locale), [texts, locale])
}
