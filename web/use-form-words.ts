import { useMemo } from 'react'
import { useLanguage } from './language.tsx'
import type { QuestionnaireWords } from './ui/questionnaire/words.ts'

/** The words of the intake forms' buttons and messages. */
export function useFormWords(): QuestionnaireWords {
  const { say } = useLanguage()
  return useMemo(
    () => ({
      next: say('form.next'),
      back: say('form.back'),
      finish: say('form.finish'),
      clear: say('form.clear'),
      needed: say('form.needed'),
      missing: say('form.missing'),
      part: (part, parts) => say('form.part', { part, parts }),
      enough: (most) => say('form.enough', { most }),
    }),
    [say],
  )
}
