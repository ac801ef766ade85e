import { core } from '#surveys/catalogue.ts'
import type { ConstructId } from '#surveys/constructs.ts'
import { type Locale, locales } from '#surveys/locale.ts'
import { itemsOf } from '#surveys/questionnaire.ts'

/** Who recorded a check, and on which day (`2027-03-31`). */
interface Recorded {
  readonly by: string
  readonly on: string
}

/**
 * How far our own questions have been examined in one language.
 *
 * - `not-validated`: experts wrote them; an indicator, and nothing more
 * - `pilot-checked`: a pilot of at least 150 people held what was planned (missing answers,
 *   reliability, floor and ceiling)
 * - `validated`: so did the structure, the comparison between languages and groups, and the
 *   comparison with an established instrument
 */
export type ItemsCheck =
  | { readonly kind: 'not-validated' }
  | (Recorded & { readonly kind: 'pilot-checked' | 'validated' })

/** Whether a professional who grew up with the language has read the translation. */
export type TranslationCheck =
  | { readonly kind: 'not-checked' }
  | (Recorded & { readonly kind: 'checked' })

export interface ValidationStatus {
  readonly items: ItemsCheck
  readonly translation: TranslationCheck
}

/** By each language in which people could answer. Every result carries it. */
export type Validation = Readonly<Partial<Record<Locale, ValidationStatus>>>

/** As it is until somebody records a check. */
export const notValidated: Validation = Object.fromEntries(
  locales.map((locale) => [
    locale,
    { items: { kind: 'not-validated' }, translation: { kind: 'not-checked' } },
  ]),
)

/** How many people a pilot in one language takes to say something. */
const fewestInPilot = 150

/** A check of the questions in one language, as somebody recorded it. */
export type RecordedCheck = Recorded & { readonly locale: Locale } & (
    | { readonly kind: 'pilot'; readonly people: number; readonly held: boolean }
    | { readonly kind: 'translation' }
  )

/**
 * What recorded checks amount to, by language. A pilot of fewer than 150 people, or one that did
 * not hold what was planned, changes nothing; no pilot validates a structure.
 */
export function validationOf(checks: readonly RecordedCheck[]): Validation {
  const statusIn = (locale: Locale): ValidationStatus => {
    const own = checks.filter((check) => check.locale === locale)
    const pilot = own.find(
      (check) => check.kind === 'pilot' && check.held && check.people >= fewestInPilot,
    )
    const read = own.find(({ kind }) => kind === 'translation')
    return {
      items: pilot
        ? { kind: 'pilot-checked', by: pilot.by, on: pilot.on }
        : { kind: 'not-validated' },
      translation: read
        ? { kind: 'checked', by: read.by, on: read.on }
        : { kind: 'not-checked' },
    }
  }
  return Object.fromEntries(locales.map((locale) => [locale, statusIn(locale)]))
}

const fromWeakest = ['not-validated', 'pilot-checked', 'validated'] as const

/**
 * How far the questions can be relied on in all languages together: no figure tells in which
 * language people answered, so the least examined one counts.
 *
 * @returns `not-validated` where no language is named
 * @throws RangeError when a check was recorded without a name or a day
 */
export function weakestItems(validation: Validation): ItemsCheck['kind'] {
  const known = Object.entries(validation)
  for (const [locale, { items, translation }] of known) {
    if (items.kind !== 'not-validated') checkRecord(locale, items)
    if (translation.kind === 'checked') checkRecord(locale, translation)
  }
  const kinds = new Set(known.map(([, { items }]) => items.kind))
  return fromWeakest.find((kind) => kinds.has(kind)) ?? 'not-validated'
}

function checkRecord(locale: string, { by, on }: Recorded): void {
  if (by.trim() === '') {
    throw new RangeError(`expected the name of who checked "${locale}", got none`)
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on)) {
    throw new RangeError(`expected the day "${locale}" was checked, got "${on}"`)
  }
}

/** What nobody has recorded of the questions yet, and in which languages. */
export interface OpenCheck {
  readonly kind: 'not-validated' | 'pilot-only' | 'translation-not-checked'
  readonly locales: readonly Locale[]
}

/** The language the questions were written in, and so not translated into. */
const written: Locale = 'en'

/** What stands beside every result until somebody records the checks; words `validation.*`. */
export function openChecks(validation: Validation): readonly OpenCheck[] {
  const asked = locales.flatMap((locale) => {
    const status = validation[locale]
    return status ? [{ locale, ...status }] : []
  })
  const where = (is: (one: (typeof asked)[number]) => boolean): readonly Locale[] =>
    asked.filter(is).map(({ locale }) => locale)
  const found = {
    'not-validated': where(({ items }) => items.kind === 'not-validated'),
    'pilot-only': where(({ items }) => items.kind === 'pilot-checked'),
    'translation-not-checked': where(
      ({ locale, translation }) =>
        locale !== written && translation.kind === 'not-checked',
    ),
  } as const
  return (Object.keys(found) as OpenCheck['kind'][]) // the keys above
    .map((kind) => ({ kind, locales: found[kind] }))
    .filter(({ locales: open }) => open.length > 0)
}

/** Needs that a single question asks about: with nothing to hold it against, it is less sure. */
export const singleItems: ReadonlySet<ConstructId> = new Set(
  Map.groupBy(itemsOf(core), ({ construct }) => construct)
    .entries()
    .flatMap(([construct, items]) =>
      construct && items.length === 1 ? [construct] : [],
    ),
)
