import type { Locale } from '#surveys/locale.ts'
import type { Texts } from '#surveys/say.ts'
import en from './texts/privacy.en.json' with { type: 'json' }
import nb from './texts/privacy.nb.json' with { type: 'json' }
import nl from './texts/privacy.nl.json' with { type: 'json' }
import ro from './texts/privacy.ro.json' with { type: 'json' }
import sv from './texts/privacy.sv.json' with { type: 'json' }

export type PrivacyText = keyof typeof en

/** What the data protection impact assessment says, by language. */
export const privacyTexts: Readonly<Record<Locale, Texts<PrivacyText>>> = {
  en,
  sv,
  nb,
  nl,
  ro,
}
