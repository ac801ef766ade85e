/**
 * `npm run attack`: tries on 10,000 random organizations and on ballots what an adversary
 * would, sends 100,000 strange requests to the office, ends processes by force where it hurts, and
 * says what came out. `-- 500` tries so many organizations only, `-- ballots` ballots only, `--
 * fuzz` requests only, `-- faults` ended processes only. `-- postgres` runs the tests of the
 * server on PostgreSQL; it is in no other part. Interrupted, it says what came out so far. Fails
 * when anything went against what is promised.
 */
import { setImmediate } from 'node:timers/promises'
import { runOnPostgres } from '../server/run-on-postgres.ts'
import { attackOrganizations } from './all-attacks.ts'
import type { Outcome } from './attack.ts'
import { attackBallots } from './ballots/attack-ballots.ts'
import { attackByFaults } from './faults/all-faults.ts'
import { fuzzAllDoors } from './fuzz/fuzz-all-doors.ts'
import { tryRates } from './rates.ts'
import { tryTrees } from './residual-trees.ts'
import { measureUtility } from './utility.ts'

/** Share of respondents whose lowest unit must be reported, by people. */
const utility = [
  { people: 120, least: 0.73 },
  { people: 300, least: 0.76 },
  { people: 1000, least: 0.77 },
]

const parts: Readonly<Record<string, () => Promise<boolean>>> = {
  ballots: attackBallots,
  fuzz: fuzzAllDoors,
  faults: attackProcesses,
}
const [asked, ...named] = process.argv.slice(2)
process.exit((await attack(asked)) ? 0 : 1)

/** @returns whether everything held */
async function attack(what: string | undefined): Promise<boolean> {
  if (what === 'postgres') return runOnPostgres(named)
  const part = what === undefined ? undefined : parts[what]
  if (part) return part()
  let isHeld = await attackReleases(countIn(what))
  if (what !== undefined) return isHeld
  for (const each of Object.values(parts)) isHeld = (await each()) && isHeld
  return isHeld
}

async function attackProcesses(): Promise<boolean> {
  let isHeld = true
  for await (const outcome of attackByFaults()) isHeld = reportAll([outcome]) && isHeld
  return isHeld
}

function countIn(text = '10000'): number {
  const count = Number(text)
  if (Number.isInteger(count) && count > 0) return count
  process.stderr.write(
    'expected how many organizations to attack, such as 500, or: ballots, fuzz, faults, postgres\n',
  )
  process.exit(2)
}

/** @returns whether everything held */
async function attackReleases(count: number): Promise<boolean> {
  let isInterrupted = false
  process.once('SIGINT', () => {
    isInterrupted = true
  })
  const measured = Math.min(60, Math.max(10, Math.ceil(count / 10)))
  return reportAll([
    ...(await attackOrganizations(count, async (done) => {
      sayProgress(done, count)
      await setImmediate()
      return !isInterrupted
    })),
    tryTrees(isInterrupted ? 400 : Math.max(400, count)),
    tryRates(1000),
    ...utility.map(({ people, least }) => measureUtility(people, measured, least)),
  ])
}

function sayProgress(done: number, count: number): void {
  if (done === count || done % Math.ceil(count / 20) === 0) {
    process.stderr.write(`${done} of ${count} organizations\n`)
  }
}

function reportAll(outcomes: readonly Outcome[]): boolean {
  for (const outcome of outcomes) process.stdout.write(report(outcome))
  return outcomes.every(({ broken }) => broken.length === 0)
}

function report({ name, expects, figures, broken }: Outcome): string {
  const verdict = broken.length > 0 ? 'BROKEN' : 'holds'
  const lines = [
    `${name}: ${expects === null ? 'told, not judged' : `${expects}: ${verdict}`}`,
    ...Object.entries(figures).map(
      ([label, value]) => `${label.padStart(44)}  ${say(value)}`,
    ),
    ...broken.slice(0, 10).map((what) => `      ${what}`),
  ]
  if (broken.length > 10) lines.push(`      and ${broken.length - 10} more`)
  return `${lines.join('\n')}\n\n`
}

function say(value: number): string {
  if (value === Infinity) return 'none'
  return value.toLocaleString('en', { maximumFractionDigits: 2 })
}
