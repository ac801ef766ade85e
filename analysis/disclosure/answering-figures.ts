import { answeredBand, countsAs } from './bands.ts'
import type { AnsweringCounts } from './counts.ts'
import type { Figure, ReleasedAnswering } from './disclosed.ts'
import { exclusiveShares } from './exclusive-shares.ts'
import { coarseShareGrid, hiddenFigure, shareFigure, shareGrid } from './figures.ts'
import type { Thresholds } from './rules.ts'

const nobody: AnsweringCounts = {
  ballots: 0,
  complete: 0,
  lastPart: {},
  straightLines: { people: 0, among: 0 },
}

/**
 * How people answered, as clipped shares of the organization from fifty answers on: as
 * refusals, it says something of the questions and nothing of anybody's need.
 *
 * @param parts of the questionnaire, as planned
 */
export function answeringFigures(
  parts: readonly string[],
  counts: AnsweringCounts | undefined,
  headcount: number | null,
  { list }: Thresholds,
): ReleasedAnswering {
  const { ballots, complete, lastPart, straightLines } = counts ?? nobody
  const share = (count: number, n: number): Figure => {
    const behind = countsAs(answeredBand(n, headcount))
    return behind >= list ? shareFigure(count, n, behind) : hiddenFigure
  }
  const band = answeredBand(ballots, headcount)
  const stopped = parts.map((part) => lastPart[part] ?? 0)
  const behind = countsAs(band)
  const last =
    band.kind === 'shown' && behind >= list
      ? exclusiveShares(stopped, ballots, band, [
          shareGrid(behind),
          coarseShareGrid(behind),
        ])
      : []
  return {
    complete: share(complete, ballots),
    straightLines: share(straightLines.people, straightLines.among),
    lastPart: Object.fromEntries(
      parts.map((part, at) => [part, last[at] ?? hiddenFigure]),
    ),
  }
}
