import type { Locale } from '#surveys/locale.ts'
import type { Texts } from '#surveys/say.ts'
import en from './texts/en.json' with { type: 'json' }
import nb from './texts/nb.json' with { type: 'json' }
import nl from './texts/nl.json' with { type: 'json' }
import ro from './texts/ro.json' with { type: 'json' }
import sv from './texts/sv.json' with { type: 'json' }

export type AnalysisText = keyof typeof en

/** What needs, components, reasons and materials are called and say, by language. */
export const analysisTexts: Readonly<Record<Locale, Texts<AnalysisText>>> = {
  en,
  sv,
  nb,
  nl,
  ro,
}
