import type { Locale } from '#surveys/locale.ts'
import type { Texts } from '#surveys/say.ts'
import en from './texts/annual.en.json' with { type: 'json' }
import nb from './texts/annual.nb.json' with { type: 'json' }
import nl from './texts/annual.nl.json' with { type: 'json' }
import ro from './texts/annual.ro.json' with { type: 'json' }
import sv from './texts/annual.sv.json' with { type: 'json' }

export type AnnualText = keyof typeof en

/** What a provider's annual report, and what is read from it, is called in each language. */
export const annualTexts: Readonly<Record<Locale, Texts<AnnualText>>> = {
  en,
  sv,
  nb,
  nl,
  ro,
}
