import type { Locale } from '#surveys/locale.ts'
import type { Texts } from '#surveys/say.ts'
import { languageTags } from '../documents/language-tags.ts'
import en from './texts/en.json' with { type: 'json' }
import nb from './texts/nb.json' with { type: 'json' }
import nl from './texts/nl.json' with { type: 'json' }
import ro from './texts/ro.json' with { type: 'json' }
import sv from './texts/sv.json' with { type: 'json' }

export type InvitationText = keyof typeof en

/** What mail and envelopes say, by language. */
export const wording: Readonly<Record<Locale, Texts<InvitationText>>> = {
  en,
  sv,
  nb,
  nl,
  ro,
}

/** A day in words: `15 January 2027`. */
export function dayInWords(day: string, locale: Locale): string {
  const form = { dateStyle: 'long', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(languageTags[locale], form).format(new Date(day))
}
