import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { inSeconds, printFigure, type Spent } from './figures.ts'

export const stages = [
  'plan',
  'read',
  'count',
  'disclose',
  'needs',
  'recommend',
  'portfolio',
  'explain',
] as const
export type Stage = (typeof stages)[number]

/** What the chain took for so many respondents, in a process of its own. */
export interface ChainRun {
  readonly respondents: number
  readonly units: number
  readonly stages: Readonly<Partial<Record<Stage, Spent>>>
  readonly all: Spent
  /** bytes, at the most; and before the chain began, with the answers in memory */
  readonly memory: number
  readonly memoryBefore: number
}

const sizes = [1_000, 10_000, 100_000, 200_000]
const mostGrowth = 1.1

/**
 * Times the way from answers to explained recommendations and a portfolio: invented answers
 * to the core questionnaire, three background questions, teams of about a hundred people in
 * departments and divisions, 2,000 draws.
 */
export function timeChain(): void {
  console.log('The chain from answers to explained recommendations, 2,000 draws')
  console.log(
    `  ${['respondents', 'units', ...stages].map((name) => name.padStart(11)).join('')}`,
  )
  const runs = sizes.map((size) => {
    const run = runChain(size)
    printStages(run)
    return run
  })
  for (const { respondents, all, memory, memoryBefore } of runs) {
    const megabytes = `${mega(memory)} MB, ${mega(memoryBefore)} MB of it before`
    printFigure(`${respondents} respondents`, `${inSeconds(all)}, ${megabytes}`)
  }
  const growth = growthOf(runs, ({ all }) => all.wall)
  printFigure('growth exponent, time', growth.toFixed(2), {
    words: `at most ${mostGrowth}`,
    met: growth <= mostGrowth,
  })
  const growthOfCpu = growthOf(runs, ({ all }) => all.cpu)
  printFigure('growth exponent, processor time', growthOfCpu.toFixed(2))
}

function runChain(respondents: number): ChainRun {
  const child = join(import.meta.dirname, 'chain.child.ts')
  const printed = execFileSync(
    process.execPath,
    [...process.execArgv, child, `${respondents}`],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  )
  return JSON.parse(printed)
}

function printStages(run: ChainRun): void {
  const times = stages.map((stage) => `${(run.stages[stage]?.wall ?? 0).toFixed(2)} s`)
  const cells = [`${run.respondents}`, `${run.units}`, ...times]
  console.log(`  ${cells.map((cell) => cell.padStart(11)).join('')}`)
}

/**
 * b in t = a · nᵇ: the slope of least squares through the logarithms of the times t of n
 * respondents.
 */
function growthOf(runs: readonly ChainRun[], timeOf: (run: ChainRun) => number): number {
  const x = runs.map(({ respondents }) => Math.log(respondents))
  const y = runs.map((run) => Math.log(timeOf(run)))
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length
  const [centre, height] = [mean(x), mean(y)]
  const up = x.reduce((sum, one, i) => sum + (one - centre) * ((y[i] ?? 0) - height), 0)
  return up / x.reduce((sum, one) => sum + (one - centre) ** 2, 0)
}

function mega(bytes: number): string {
  return (bytes / 1e6).toFixed(0)
}
