import type { ConstructId } from '#surveys/constructs.ts'
import { indicatorIds, indicatorOf } from './catalogue.ts'
import type { HrFigure } from './figure.ts'
import { byEnd } from './period.ts'

/**
 * The figures to show beside a need: of each indicator that belongs there the newest of the
 * whole organization. Units' figures are not among them: a need is the organization's, and a
 * unit's absence beside a unit's need would invite readers to explain people by it.
 */
export function figuresBeside<Figure extends HrFigure>(
  construct: ConstructId,
  figures: readonly Figure[],
): readonly Figure[] {
  return indicatorIds
    .filter((id) => indicatorOf(id).beside.includes(construct))
    .flatMap((id) =>
      figures
        .filter(({ unit, indicator }) => unit === null && indicator === id)
        .toSorted((a, b) => byEnd(a.period, b.period))
        .slice(-1),
    )
}
