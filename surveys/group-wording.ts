import type { Locale } from './locale.ts'
import type { Texts } from './say.ts'
import en from './texts/groups.en.json' with { type: 'json' }
import nb from './texts/groups.nb.json' with { type: 'json' }
import nl from './texts/groups.nl.json' with { type: 'json' }
import ro from './texts/groups.ro.json' with { type: 'json' }
import sv from './texts/groups.sv.json' with { type: 'json' }

export type GroupText = keyof typeof en

/** What is said about focus groups, in print and at the table, by language. */
export const groupTexts: Readonly<Record<Locale, Texts<GroupText>>> = {
  en,
  sv,
  nb,
  nl,
  ro,
}
