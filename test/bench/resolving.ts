import { disclose } from '#analysis/disclosure/disclose.ts'
import type { Disclosed, Release } from '#analysis/disclosure/disclosed.ts'
import { rateNeeds } from '#analysis/needs/assess-needs.ts'
import { simulateRelease } from '#analysis/needs/simulate-release.ts'
import { withChanges } from '#analysis/needs/tenant-parameters.ts'
import { planPortfolio } from '#analysis/recommendation/plan-portfolio.ts'
import { recommend } from '#analysis/recommendation/recommend.ts'
import { noTestimony } from '#analysis/sources/testimony.ts'
import { seededRandom } from '#analysis/statistics/random.ts'
import { constructIds } from '#surveys/constructs.ts'
import {
  countOf,
  countTable,
  flatUnits,
  formed,
  planFor,
} from '../analysis/an-organization.ts'
import { printFigure, timed } from './figures.ts'

const moves = 21
const mostMilliseconds = 200

/**
 * Times what follows when somebody moves a budget, or a weight of the method: a portfolio
 * planned again, or needs rated, components recommended and a portfolio planned again from
 * 2,000 draws that stay. By number of units, each shown, of a hundred people.
 */
export function timeResolving(): void {
  console.log('Moving a budget or a weight, 2,000 draws')
  for (const units of [4, 200]) {
    const release = inventRelease(units)
    const simulated = simulateRelease(release, { seed: 'moved' })
    const solve = (budget: number, scale: number): void => {
      const change = { kind: 'burden-scale', to: scale, reason: 'To see.' } as const
      const parameters = withChanges([change])
      const assessed = rateNeeds(simulated, noTestimony, { parameters })
      const list = recommend(release, noTestimony, assessed)
      planPortfolio(release, assessed.needs.needs, list, { budget })
    }
    const assessed = rateNeeds(simulated, noTestimony)
    const list = recommend(release, noTestimony, assessed)
    printMoves(`${units} units, a budget`, (move) => {
      planPortfolio(release, assessed.needs.needs, list, { budget: 20 + move })
    })
    printMoves(`${units} units, a weight`, (move) => solve(40, 0.1 + 0.01 * move))
  }
}

function printMoves(name: string, move: (index: number) => void): void {
  const times = Array.from({ length: moves }, (_, index) => {
    return 1_000 * timed(() => move(index)).spent.wall
  }).sort((a, b) => a - b)
  const median = times[Math.floor(moves / 2)] ?? Infinity
  const worst = times.at(-1) ?? Infinity
  printFigure(name, `median ${median.toFixed(0)} ms, worst ${worst.toFixed(0)} ms`, {
    words: `< ${mostMilliseconds} ms`,
    met: worst < mostMilliseconds,
  })
}

function inventRelease(count: number): Disclosed<Release> {
  const random = seededRandom(`moves in ${count} units`)
  const plan = planFor(
    formed(flatUnits(Array.from({ length: count }, () => 100))),
    constructIds.filter((id) => id !== 'soc.safety'),
  )
  const ballots = plan.reportingUnits.map((unit) => [unit, 65] as const)
  const constructs = plan.constructs.map(({ construct }) => {
    const counts = ballots.map(([unit, n]) => [unit, countOf(n, 0.1 + 0.3 * random())])
    return [construct, Object.fromEntries(counts)] as const
  })
  return disclose(
    plan,
    countTable(Object.fromEntries(ballots), Object.fromEntries(constructs)),
  )
}
