import type { FormedUnit } from './reporting-units.ts'

/** A background question by which figures may be shown, one at a time. */
export interface PlannedFilter {
  readonly id: string
  readonly categories: readonly string[]
}

/** People of one background, in the whole organization or in one division. */
export interface PlannedGroup {
  readonly id: string
  /** the division; null for the organization */
  readonly unit: string | null
  readonly filter: string
  readonly category: string
}

/** Below so many people nothing is divided by background, but for one question of two. */
const filtersFrom = 40

/** Above so many people divisions are divided by background too. */
const divisionsAbove = 150

/**
 * Which background questions may be used at all (rule R14): none where the head count is
 * unknown, one with two answers in an organization below 40 people.
 */
export function planFilters(
  asked: readonly PlannedFilter[],
  headcount: number | null,
): readonly PlannedFilter[] {
  if (headcount === null) return []
  if (headcount >= filtersFrom) return asked
  return asked.filter(({ categories }) => categories.length === 2).slice(0, 1)
}

/**
 * The divisions that may be divided by background (rules R3, R14): units directly below an
 * organization of more than 150 people, of at least 40 people each. Nothing below them is.
 */
export function planDivisions(
  units: readonly FormedUnit[],
  headcount: number | null,
): readonly string[] {
  if (headcount === null || headcount <= divisionsAbove) return []
  return units
    .filter(({ parent, headcount: people }) => {
      return parent === null && people !== null && people >= filtersFrom
    })
    .map(({ id }) => id)
}

/** Every group that could ever be shown by background: one condition, never two. */
export function planGroups(
  filters: readonly PlannedFilter[],
  divisions: readonly string[],
): readonly PlannedGroup[] {
  return [null, ...divisions].flatMap((unit) =>
    filters.flatMap(({ id: filter, categories }) =>
      categories.map((category) => {
        return { id: groupId(unit, filter, category), unit, filter, category }
      }),
    ),
  )
}

/** Neither questions nor answers have a slash in their ids. */
export function groupId(unit: string | null, filter: string, category: string): string {
  return `${unit ?? ''}/${filter}/${category}`
}
