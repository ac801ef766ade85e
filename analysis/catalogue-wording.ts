import type { Locale } from '#surveys/locale.ts'
import type { Texts } from '#surveys/say.ts'
import en from './texts/catalogue.en.json' with { type: 'json' }
import nb from './texts/catalogue.nb.json' with { type: 'json' }
import nl from './texts/catalogue.nl.json' with { type: 'json' }
import ro from './texts/catalogue.ro.json' with { type: 'json' }
import sv from './texts/catalogue.sv.json' with { type: 'json' }

export type CatalogueText = keyof typeof en

/**
 * What the catalogue of components says at length, by language. Apart from the other words
 * of the analysis, so that pages that only name components do not carry it.
 */
export const catalogueTexts: Readonly<Record<Locale, Texts<CatalogueText>>> = {
  en,
  sv,
  nb,
  nl,
  ro,
}
