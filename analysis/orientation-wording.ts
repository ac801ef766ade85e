import type { Locale } from '#surveys/locale.ts'
import type { Texts } from '#surveys/say.ts'
import en from './texts/orientation.en.json' with { type: 'json' }
import nb from './texts/orientation.nb.json' with { type: 'json' }
import nl from './texts/orientation.nl.json' with { type: 'json' }
import ro from './texts/orientation.ro.json' with { type: 'json' }
import sv from './texts/orientation.sv.json' with { type: 'json' }

export type OrientationText = keyof typeof en

/** Everything the material that introduces a program says, by language; no page loads it. */
export const orientationTexts: Readonly<Record<Locale, Texts<OrientationText>>> = {
  en,
  sv,
  nb,
  nl,
  ro,
}
