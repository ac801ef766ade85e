import type { Locale } from './locale.ts'
import type { Texts } from './say.ts'
import en from './texts/en.json' with { type: 'json' }
import nb from './texts/nb.json' with { type: 'json' }
import nl from './texts/nl.json' with { type: 'json' }
import ro from './texts/ro.json' with { type: 'json' }
import sv from './texts/sv.json' with { type: 'json' }

export type SurveyText = keyof typeof en

/** Every sentence of the questionnaires, by language. */
export const surveyTexts: Readonly<Record<Locale, Texts<SurveyText>>> = {
  en,
  sv,
  nb,
  nl,
  ro,
}
