import type { Locale } from '#surveys/locale.ts'
import type { Texts } from '#surveys/say.ts'
import en from './texts/indicators.en.json' with { type: 'json' }
import nb from './texts/indicators.nb.json' with { type: 'json' }
import nl from './texts/indicators.nl.json' with { type: 'json' }
import ro from './texts/indicators.ro.json' with { type: 'json' }
import sv from './texts/indicators.sv.json' with { type: 'json' }

export type IndicatorText = keyof typeof en

/** What indicators, their measures and the columns of a table of them are called, by language. */
export const indicatorTexts: Readonly<Record<Locale, Texts<IndicatorText>>> = {
  en,
  sv,
  nb,
  nl,
  ro,
}
