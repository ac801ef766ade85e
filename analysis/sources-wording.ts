import type { Locale } from '#surveys/locale.ts'
import type { Texts } from '#surveys/say.ts'
import en from './texts/sources.en.json' with { type: 'json' }
import nb from './texts/sources.nb.json' with { type: 'json' }
import nl from './texts/sources.nl.json' with { type: 'json' }
import ro from './texts/sources.ro.json' with { type: 'json' }
import sv from './texts/sources.sv.json' with { type: 'json' }

export type SourceText = keyof typeof en

/** What is said of the sources side by side, by language. */
export const sourceTexts: Readonly<Record<Locale, Texts<SourceText>>> = {
  en,
  sv,
  nb,
  nl,
  ro,
}
