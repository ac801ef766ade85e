import type { Locale } from '#surveys/locale.ts'
import type { Texts } from '#surveys/say.ts'
import en from './texts/sessions.en.json' with { type: 'json' }
import nb from './texts/sessions.nb.json' with { type: 'json' }
import nl from './texts/sessions.nl.json' with { type: 'json' }
import ro from './texts/sessions.ro.json' with { type: 'json' }
import sv from './texts/sessions.sv.json' with { type: 'json' }

export type SessionText = keyof typeof en

/** What is said about sessions that introduce a program, and where they are booked, by language. */
export const sessionTexts: Readonly<Record<Locale, Texts<SessionText>>> = {
  en,
  sv,
  nb,
  nl,
  ro,
}
