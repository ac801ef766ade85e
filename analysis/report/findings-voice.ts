import type { Locale } from '#surveys/locale.ts'
import type { Texts } from '#surveys/say.ts'
import { type AnalysisText, analysisTexts } from '../wording.ts'

/** One language to write in. */
export interface Voice {
  readonly locale: Locale
  readonly texts: Texts<AnalysisText>
}

export function voiceOf(locale: Locale): Voice {
  return { locale, texts: analysisTexts[locale] }
}
