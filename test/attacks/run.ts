/**
 * `npm run attack`: tries on 10,000 random organizations and on ballots what an adversary
 * would, sends 100,000 strange requests to the office, and says what came out. `-- 500` tries so
 * many organizations only, `-- ballots` ballots only, `-- fuzz` requests only. Interrupted, it says what came out so far. Fails when anything went against
 * what is promised.
 */
import { setImmediate } from 'node:timers/promises'
import { attackOrganizations } from './all-attacks.ts'
import type { Outcome } from './attack.ts'
import { attackBallots } from './ballots/attack-ballots.ts'
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

const asked = process.argv[2]
const areReleasesHeld = isPart(asked) || (await attackReleases(countIn(asked)))
const areBallotsHeld = isNumber(asked) || asked === 'fuzz' || (await attackBallots())
const areDoorsHeld = isNumber(asked) || asked === 'ballots' || (await fuzzAllDoors())
process.exit(areReleasesHeld && areBallotsHeld && areDoorsHeld ? 0 : 1)

function isPart(text: string | undefined): boolean {
  return text === 'ballots' || text === 'fuzz'
}

function isNumber(text: string | undefined): boolean {
  return text !== undefined && !isPart(text)
}

function countIn(text = '10000'): number {
  const count = Number(text)
  if (Number.isInteger(count) && count > 0) return count
  process.stderr.write(
    'expected how many organizations to attack, such as 500, or: ballots, fuzz\n',
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
