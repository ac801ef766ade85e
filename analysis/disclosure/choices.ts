import { type Family, families } from '#surveys/modules/getting-help.ts'
import { answeredBand, countsAs } from './bands.ts'
import type { ChoiceCount } from './counts.ts'
import type { Figure } from './disclosed.ts'
import { hiddenFigure, shareFigure } from './figures.ts'
import type { Thresholds } from './rules.ts'

/** Kinds of help for needs that are sensitive: a wish for one tells of the need. */
const sensitiveFamilies: readonly Family[] = [
  'couple_family',
  'substance_gambling',
  'life_event',
  'money',
  'legal',
  'safety_home',
]

/** Share of the organization that would use each kind of help (rule R8). */
export function wantedFigures(
  count: ChoiceCount<Family> | null,
  headcount: number | null,
  least: Thresholds,
): Readonly<Record<Family, Figure>> {
  return choiceFigures(families, count, headcount, (family) =>
    leastForWish(family, least),
  )
}

/** How many must have answered before a wish is shown. */
export function leastForWish(family: Family, least: Thresholds): number {
  return sensitiveFamilies.includes(family) ? least.sensitiveList : least.list
}

/** A clipped share for every option, or all the same look where too few answered. */
export function choiceFigures<Option extends string>(
  options: readonly Option[],
  count: ChoiceCount<Option> | null,
  headcount: number | null,
  leastFor: (option: Option) => number,
): Readonly<Record<Option, Figure>> {
  const n = count?.n ?? 0
  const counts = countsAs(answeredBand(n, headcount))
  const figureOf = (option: Option): Figure => {
    if (counts < leastFor(option)) return hiddenFigure
    return shareFigure(count?.chosen[option] ?? 0, n, counts)
  }
  const figures = options.map((option) => [option, figureOf(option)])
  return Object.fromEntries(figures) as Record<Option, Figure> // one for every option
}
