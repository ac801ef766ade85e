import type { Locale } from '#surveys/locale.ts'
import type { Texts } from '#surveys/say.ts'
import en from './texts/export.en.json' with { type: 'json' }
import nb from './texts/export.nb.json' with { type: 'json' }
import nl from './texts/export.nl.json' with { type: 'json' }
import ro from './texts/export.ro.json' with { type: 'json' }
import sv from './texts/export.sv.json' with { type: 'json' }

export type ExportText = keyof typeof en

/** What a codebook says of a file of figures, by language. */
export const exportTexts: Readonly<Record<Locale, Texts<ExportText>>> = {
  en,
  sv,
  nb,
  nl,
  ro,
}
