import { availableParallelism } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { type Step, steps } from './crowd.ts'
import { printFigure } from './figures.ts'
import { type LoadedOrganization, loadOrganization } from './load-organization.ts'
import { type Answered, answerInWaves } from './waves.ts'

const usualPeople = 2_000
const fullSize = 200_000
const clients = 48
const quarters = 4
/** A survey of ten working days, of whose people a third answers on the first, within eight hours. */
const firstDay = { share: 1 / 3, hours: 8 }
const flat = 1.3

/**
 * A day of a large organization squeezed into minutes: everybody is invited by mail, collects and
 * casts, while organisers look at the participation, on two processes of the office and two of
 * the ballot box, each pair behind one address, on one PostgreSQL server. Clients, browsers and
 * servers share the processors of this machine.
 *
 * @param wanted how many people; what is printed for 200,000 is reckoned from it
 */
export async function timeLoad(wanted?: string): Promise<void> {
  const people = Math.max(400, Number(wanted ?? usualPeople))
  console.log(`A day squeezed: ${people} people, two offices, two ballot boxes`)
  await using organization = await loadOrganization(people)
  const invited = organization.invited.length
  printFigure('invited by mail', `${invited} people`, {
    words: 'all',
    met: invited >= people,
  })
  const perSecond = invited / organization.inviting
  printFigure('  mails written, handed over, noted', `${perSecond.toFixed(0)}/s`)
  await answer(organization, perSecond)
}

async function answer(
  organization: LoadedOrganization,
  mailsPerSecond: number,
): Promise<void> {
  const waiting = [...organization.invited]
  const wave = Math.floor(waiting.length / (quarters * 3))
  const answered: Answered[] = []
  const memory: number[] = []
  const before = await organization.databaseBytes()
  const sizes: number[] = []
  const looking = lookOn(organization)
  for (let quarter = 0; quarter < quarters; quarter += 1) {
    const waves = Array.from({ length: 3 }, () => waiting.splice(0, wave))
    answered.push(await answerInWaves(organization, clients, waves))
    memory.push((await organization.needs()).memory)
    sizes.push(await organization.databaseBytes())
  }
  const looks = await looking.end()
  printAnswered(answered)
  printFigure('participation page, while people answer', spread(looks.took))
  printFigure('errors', String(looks.errors), { words: 'none', met: looks.errors === 0 })
  printMemory(organization, memory)
  printSize(before, sizes, wave * 3)
  printFullSize(answered, mailsPerSecond)
}

/** Organisers look at the participation again and again. */
function lookOn({ organiser, id }: LoadedOrganization) {
  let isOver = false
  const took: number[] = []
  let errors = 0
  const looking = (async () => {
    while (!isOver) {
      const start = performance.now()
      const { status } = await organiser.get(`/api/office/tally/${id}/participation`)
      took.push(performance.now() - start)
      if (status !== 200) errors += 1
      await setTimeout(200)
    }
  })()
  return {
    async end() {
      isOver = true
      await looking
      return { took, errors }
    },
  }
}

function printAnswered(answered: readonly Answered[]): void {
  const rates = answered.map(({ perSecond }) => perSecond)
  printFigure(
    'participations, by quarter',
    `${rates.map((one) => one.toFixed(0)).join(', ')}/s`,
  )
  const of = (step: Step | 'all'): readonly number[] =>
    answered.flatMap(({ took }) => took[step])
  for (const step of steps) {
    const p99 = percentile(of(step), 0.99)
    printFigure(`  ${step}`, spread(of(step)), {
      words: 'p99 < 1000 ms',
      met: p99 < 1_000,
    })
  }
  const processor = mean(answered.map((one) => one.processor))
  printFigure('  processor time of the servers', `${processor.toFixed(1)} ms a person`)
}

function printMemory(organization: LoadedOrganization, memory: readonly number[]): void {
  const all = memory.map((bytes) => (bytes / 1e6).toFixed(0)).join(', ')
  const growth = (memory.at(-1) ?? 0) / (memory[0] ?? 1)
  printFigure('memory of all four, after each quarter', `${all} MB`, {
    words: 'flat',
    met: growth < flat,
  })
  printFigure('  of each now', `${organization.memoryOfEach().join(', ')} MB`)
}

function printSize(before: number, sizes: readonly number[], people: number): void {
  const steps = sizes.map((size, at) => size - (sizes[at - 1] ?? before))
  const said = steps.map((step) => (step / people / 1e3).toFixed(1)).join(', ')
  const now = (sizes.at(-1) ?? 0) / 1e6
  printFigure(
    'both databases',
    `${(before / 1e6).toFixed(0)} MB, then ${now.toFixed(0)} MB`,
  )
  printFigure('  growth for each who answers, by quarter', `${said} kB`, {
    words: 'not rising',
    met: (steps.at(-1) ?? 0) <= 2 * Math.max(steps[0] ?? 0, 1e6),
  })
}

/** Reckoned, and not measured: the same rate, and slots for everybody from the start. */
function printFullSize(answered: readonly Answered[], mailsPerSecond: number): void {
  const rate = mean(answered.map(({ perSecond }) => perSecond))
  const needed = (fullSize * firstDay.share) / (firstDay.hours * 3600)
  console.log(`  Reckoned from this for ${fullSize} people, not measured:`)
  const hours = (count: number, perSecond: number) =>
    `${(count / perSecond / 3600).toFixed(1)} h`
  printFigure('  inviting all', hours(fullSize, mailsPerSecond))
  printFigure('  all of them answering without a pause', hours(fullSize, rate))
  printFigure('  the busiest day asks for', `${needed.toFixed(1)}/s`, {
    words: 'below the rate',
    met: needed < rate,
  })
  printFigure('  processors here', String(availableParallelism()))
}

function spread(took: readonly number[]): string {
  const at = (share: number) => percentile(took, share).toFixed(0)
  return `${at(0.5)} / ${at(0.95)} / ${at(0.99)} ms (50, 95, 99 %)`
}

function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length)
