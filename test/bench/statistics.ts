import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mean } from '#analysis/statistics/moments.ts'
import { seededRandom } from '#analysis/statistics/random.ts'
import { readAnswers, size, writeAnswers } from './survey-answers.ts'
import {
  alphas,
  alphasByDepartment,
  bootstrapByDepartment,
  scaleMeans,
} from './survey-tasks.ts'

/** What one side measured, and what it found, by name. */
type Numbers = ReadonlyMap<string, readonly number[]>

const tasks = [
  ['means', 'scale scores, 6 scales'],
  ['alphas', 'α, 6 scales, pairwise'],
  ['alphas-by-department', 'α, 40 departments × 6 scales'],
  ['bootstrap', 'bootstrap of means, 1,000 × 40 × 6'],
] as const

/**
 * Times our statistics against R's on the same invented answers of 100,000 people to 60
 * items, in the same run. Best of three rounds; the bootstrap once.
 */
export function compareStatistics(): void {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-bench-'))
  try {
    const path = join(folder, 'answers.csv')
    writeAnswers(path)
    console.log(
      `Statistics: ${size.people} people, 60 items, 3 % missing, 40 departments`,
    )
    const ours = runOurs(path)
    const theirs = runR(path)
    if (theirs) printRatios(ours, theirs)
    else for (const [task, name] of tasks) print(name, seconds(ours, task))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function runOurs(path: string): Numbers {
  const found = new Map<string, readonly number[]>()
  const timed = <Result>(task: string, rounds: number, work: () => Result): Result => {
    const start = performance.now()
    const result = work()
    const spent = (performance.now() - start) / 1_000
    const [least = Infinity] = found.get(`seconds-${task}`) ?? []
    found.set(`seconds-${task}`, [Math.min(least, spent)])
    return rounds > 1 ? timed(task, rounds - 1, work) : result
  }

  const answers = timed('reading', 1, () => readAnswers(path))
  const scores = timed('means', 3, () => scaleMeans(answers))
  const whole = timed('alphas', 3, () => alphas(answers))
  const parts = timed('alphas-by-department', 3, () => alphasByDepartment(answers))
  const random = seededRandom('a bench of resamples')
  const intervals = timed('bootstrap', 1, () =>
    bootstrapByDepartment(answers, scores, random),
  )

  const scaleMean = ({ values }: { readonly values: Float64Array }): number =>
    mean(values)
  found.set('means', scores.map(scaleMean))
  found.set('alphas', whole)
  found.set('alphas-by-department', parts.flat())
  found.set(
    'bootstrap',
    intervals.flat().flatMap(({ low, high }) => [low, high]),
  )
  return found
}

/** @returns undefined where R is not installed or does not come to an end */
function runR(path: string): Numbers | undefined {
  const script = join(import.meta.dirname, 'statistics.R')
  const { error, status, stdout } = spawnSync('Rscript', ['--vanilla', script, path], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  if (error || status !== 0) {
    const what = error ? 'R is not installed' : `R stopped with ${status}`
    console.log(`  ${what}: our side alone`)
    return undefined
  }
  const lines = stdout.trim().split('\n')
  console.log(`  ${lines.find((line) => line.startsWith('version'))?.slice(8)}`)
  return new Map(
    lines.map((line) => {
      const [name = '', ...values] = line.trim().split(' ')
      return [name, values.map(Number)]
    }),
  )
}

function printRatios(ours: Numbers, theirs: Numbers): void {
  for (const [task, name] of tasks)
    print(name, seconds(ours, task), seconds(theirs, task))
  const own = sum(tasks.map(([task]) => seconds(ours, task)))
  const other = sum(tasks.map(([task]) => seconds(theirs, task)))
  print('all four', own, other)
  const shared = seconds(theirs, 'bootstrap-shared')
  print('bootstrap, R also sharing resamples', seconds(ours, 'bootstrap'), shared)
  print(
    'all four, R also sharing resamples',
    own,
    other - seconds(theirs, 'bootstrap') + shared,
  )
  printDifferences(ours, theirs)
}

function printDifferences(ours: Numbers, theirs: Numbers): void {
  const differences = tasks.map(([task]) => {
    const expected = theirs.get(task) ?? []
    const found = ours.get(task) ?? []
    if (found.length !== expected.length) return `${task} not comparable`
    const apart = found.map((value, i) => Math.abs(value - (expected[i] ?? Number.NaN)))
    return `${task} ${Math.max(...apart).toExponential(1)}`
  })
  console.log(`  greatest differences: ${differences.join(', ')}`)
}

function print(name: string, ours: number, theirs?: number): void {
  const other =
    theirs === undefined
      ? ''
      : `, R ${theirs.toFixed(3)} s, ${(theirs / ours).toFixed(1)} times as fast`
  console.log(`  ${name.padEnd(36)} ${ours.toFixed(3)} s${other}`)
}

function seconds(numbers: Numbers, task: string): number {
  return numbers.get(`seconds-${task}`)?.[0] ?? Number.NaN
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
