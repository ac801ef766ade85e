import type { Locale } from '../locale.ts'
import type { Texts } from '../say.ts'
import en from '../texts/personal-details.en.json' with { type: 'json' }
import nb from '../texts/personal-details.nb.json' with { type: 'json' }
import nl from '../texts/personal-details.nl.json' with { type: 'json' }
import ro from '../texts/personal-details.ro.json' with { type: 'json' }
import sv from '../texts/personal-details.sv.json' with { type: 'json' }
import type { DetailKind } from './finding.ts'

export type DetailText = keyof typeof en

/** What is said about a finding, by language. Apart from the questionnaire, so that the
 * pages of employees do not carry it. */
export const detailTexts: Readonly<Record<Locale, Texts<DetailText>>> = {
  en,
  sv,
  nb,
  nl,
  ro,
}

/** The sentence that says what a finding looks like and what to write instead. */
export function textOfKind(kind: DetailKind): DetailText {
  return `detail.${kind}`
}
