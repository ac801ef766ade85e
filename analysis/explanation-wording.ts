import type { Locale } from '#surveys/locale.ts'
import type { Texts } from '#surveys/say.ts'
import en from './texts/explanation.en.json' with { type: 'json' }
import nb from './texts/explanation.nb.json' with { type: 'json' }
import nl from './texts/explanation.nl.json' with { type: 'json' }
import ro from './texts/explanation.ro.json' with { type: 'json' }
import sv from './texts/explanation.sv.json' with { type: 'json' }

export type ExplanationText = keyof typeof en

/** What explains a recommendation, by language: read where one is explained, and not before. */
export const explanationTexts: Readonly<Record<Locale, Texts<ExplanationText>>> = {
  en,
  sv,
  nb,
  nl,
  ro,
}
