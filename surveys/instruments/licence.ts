import type { Instrument } from './instrument.ts'

/** What somebody may do with an instrument, as its holder says. */
export const licenceTerms = [
  'own',
  'public-domain',
  'cc-by',
  'cc-by-sa',
  'cc-by-nd',
  'cc-by-nc',
  'cc-by-nc-sa',
  'cc-by-nc-nd',
  'permission',
  'unknown',
] as const
export type LicenceTerms = (typeof licenceTerms)[number]

/** Who translated an instrument, in a language it was not written in. */
export interface Translation {
  readonly language: string
  /** who made it, and where it stands */
  readonly source: string
  /** approved by the holder */
  readonly official: boolean
}

/** What is known of the right to ask an instrument. Without it nothing is asked. */
export interface Licence {
  readonly name: string
  /** who holds the rights, and where it was taken from */
  readonly holder: string
  readonly terms: LicenceTerms
  /** where somebody allowed it: who, and on which day (`2026-11-22`) */
  readonly permission: { readonly by: string; readonly on: string } | null
  /** also by those who earn money with it */
  readonly commercial: boolean
  /** text, order and scale stay as they are; translations only from the holder */
  readonly locked: boolean
  /** the language it was written in */
  readonly original: string
  readonly translations: readonly Translation[]
  /** the last day it may be asked (`2026-12-31`), where there is one */
  readonly until: string | null
}

export const licenceFaults = [
  'permission-missing',
  'not-commercial',
  'must-be-locked',
  'original-missing',
  'translation-source-missing',
] as const
export type LicenceFault = (typeof licenceFaults)[number]

const withoutCommerce: readonly LicenceTerms[] = [
  'cc-by-nc',
  'cc-by-nc-sa',
  'cc-by-nc-nd',
]
const withoutChanges: readonly LicenceTerms[] = ['cc-by-nd', 'cc-by-nc-nd']

export const forbidsCommerce = (terms: LicenceTerms): boolean =>
  withoutCommerce.includes(terms)
export const forbidsChanges = (terms: LicenceTerms): boolean =>
  withoutChanges.includes(terms)

/** What is missing in a record, or contradicts its own licence. */
export function licenceProblems(
  licence: Licence,
  { languages }: Pick<Instrument, 'languages'>,
): readonly LicenceFault[] {
  const { terms, permission, original } = licence
  const problems: LicenceFault[] = []
  if (terms === 'permission' && !permission) problems.push('permission-missing')
  if (licence.commercial && forbidsCommerce(terms)) problems.push('not-commercial')
  if (!licence.locked && forbidsChanges(terms)) problems.push('must-be-locked')
  if (!languages.includes(original)) problems.push('original-missing')
  const translated = languages.filter((language) => language !== original)
  if (!translated.every((language) => translationInto(licence, language))) {
    problems.push('translation-source-missing')
  }
  return problems
}

function translationInto(licence: Licence, language: string): Translation | undefined {
  return licence.translations.find(
    (one) => one.language === language && one.source !== '',
  )
}

/** Why an instrument cannot be asked in a language. */
export const askingObstacles = [
  'licence-unknown',
  'licence-over',
  'language-missing',
  'translation-not-official',
] as const
export type AskingObstacle = (typeof askingObstacles)[number]

/**
 * Whether the right to ask an instrument in a language is on record.
 *
 * @param today as `2026-11-22`
 */
export function obstacleToAsking(
  licence: Licence,
  { languages }: Pick<Instrument, 'languages'>,
  language: string,
  today: string,
): AskingObstacle | undefined {
  if (licence.terms === 'unknown') return 'licence-unknown'
  if (licence.until !== null && licence.until < today) return 'licence-over'
  if (!languages.includes(language)) return 'language-missing'
  if (language === licence.original || !licence.locked) return undefined
  return translationInto(licence, language)?.official
    ? undefined
    : 'translation-not-official'
}

/** The instrument without some of its questions: a change, which a lock forbids. */
export function withoutItems(
  instrument: Instrument,
  ids: ReadonlySet<string>,
): Instrument {
  const sections = instrument.sections
    .map((section) => ({
      ...section,
      items: section.items.filter(({ id }) => !ids.has(id)),
    }))
    .filter(({ items }) => items.length > 0)
  return { ...instrument, sections }
}
