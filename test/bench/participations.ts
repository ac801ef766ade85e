import { availableParallelism, loadavg } from 'node:os'
import { fitToOpen, postgresServer } from '../server/postgres.ts'
import { steps } from './crowd.ts'
import { Connections, doTogether } from './doors.ts'
import { printFigure } from './figures.ts'
import {
  type OpenOrganization,
  openOrganization,
  type RunningOrganization,
} from './organization.ts'
import { type Answered, answerInWaves } from './waves.ts'

const headcount = 96
const small = 26
const large = 1_000
/** How many clients there are at once, and of how many people a wave is. */
const rushes = [
  { clients: 16, people: 200 },
  { clients: 200, people: 400 },
]
const wavesEach = 4
const warmingUp = 48
const manifestsFetched = 200
const wanted = { perSecond: 100, least: 60, p99: 1_000, large: 0.8 }

/**
 * Times whole participations over HTTP, against the product as it is started: what somebody's
 * browser asks to look up a code, collect a ballot and cast it, durable before each reply.
 *
 * People come in waves. While one wave collects, the wave before casts, so that both doors
 * have work at once as on a day of a survey; only such spells count for the rate. A browser
 * computes with what it was told, so that is done for a whole wave between two spells, off the
 * clock: it is the work of as many machines as there are people.
 *
 * What is held to a second is each of the three requests: with 200 who never rest, a hundred
 * participations a second are two seconds each.
 *
 * All clients are at one address, like an organization behind one: no door here counts
 * addresses, and none slows down for it.
 */
export async function timeParticipations(): Promise<void> {
  console.log('Participations over HTTP: look up the code, collect a ballot, cast it')
  console.log(
    `  (cited, not measured here: LimeSurvey 6.10 completes 3 to 3.7 responses a second)`,
  )
  const postgres = await postgresServer(fitToOpen)
  try {
    for (const engine of ['SQLite', 'PostgreSQL']) {
      const time = async (units: number): Promise<readonly number[]> => {
        const databases =
          engine === 'SQLite'
            ? []
            : [await postgres.newDatabase(), await postgres.newDatabase()]
        return timeOrganization(engine, units, databases)
      }
      printGrowth(engine, await time(small), await time(large))
    }
  } finally {
    await postgres[Symbol.asyncDispose]()
  }
}

async function timeOrganization(
  engine: string,
  units: number,
  databases: readonly string[],
): Promise<readonly number[]> {
  const asked = rushes.reduce((sum, { people }) => sum + wavesEach * people, warmingUp)
  await using organization = await openOrganization(
    { units, headcount, invited: asked },
    databases,
  )
  const name = `${engine}, ${units * headcount} people`
  const waiting = [...organization.invited]
  await answerInWaves(organization, 8, [waiting.splice(0, warmingUp), []])
  const rates: number[] = []
  for (const { clients, people } of rushes) {
    const waves = Array.from({ length: wavesEach }, () => waiting.splice(0, people))
    const answered = await answerInWaves(organization, clients, waves)
    printAnswered(`${name}, ${clients} clients`, answered)
    rates.push(answered.perSecond)
  }
  await printServer(organization)
  await printManifest(organization)
  return rates
}

function printAnswered(
  name: string,
  { perSecond, took, processor, computing }: Answered,
): void {
  printFigure(name, `${perSecond.toFixed(0)} participations/s`, {
    words: `${wanted.perSecond}/s`,
    met: perSecond >= wanted.perSecond,
  })
  if (perSecond < wanted.perSecond) {
    printFigure(`  ${name}: the least`, `${perSecond.toFixed(0)} participations/s`, {
      words: `${wanted.least}/s`,
      met: perSecond >= wanted.least,
    })
  }
  printFigure(`  ${name}: all of it`, inMilliseconds(percentiles(took.all)))
  for (const step of steps) {
    const one = percentiles(took[step])
    printFigure(`    ${step}`, inMilliseconds(one), {
      words: `p99 < ${wanted.p99} ms`,
      met: one.p99 < wanted.p99,
    })
  }
  printFigure('    processor time of the server', `${processor.toFixed(1)} ms a person`)
  const { blinding, sealing } = computing
  printFigure(
    '    a browser computes besides, before and after',
    `${blinding.toFixed(1)} + ${sealing.toFixed(1)} ms`,
  )
  printFigure('    load of the machine, its processors', loadOfMachine())
}

async function printServer(organization: RunningOrganization): Promise<void> {
  const { memory, mostMemory } = await organization.needs()
  const figure = `${mega(memory)} MB, ${mega(mostMemory)} MB at the most`
  printFigure('  memory of the server', figure)
}

/** Everybody's browser fetches the manifest first. It is the same for all. */
async function printManifest({ origin, manifest }: OpenOrganization): Promise<void> {
  using connections = new Connections()
  const address = `${origin}/api/manifests/${manifest.assessment}`
  let bytes = 0
  const fetching = Array.from({ length: manifestsFetched }, () => async () => {
    bytes = (await connections.ask({ method: 'GET', address, body: null })).length
  })
  const seconds = await doTogether(16, fetching)
  printFigure(
    `  its manifest, ${Math.ceil(bytes / 1e3)} kB`,
    `${(manifestsFetched / seconds).toFixed(0)} times/s`,
  )
}

function printGrowth(
  engine: string,
  ofSmall: readonly number[],
  ofLarge: readonly number[],
): void {
  for (const [at, { clients }] of rushes.entries()) {
    const share = (ofLarge[at] ?? 0) / (ofSmall[at] ?? 0)
    const name = `${engine}, ${clients} clients: ${large * headcount} people to ${small * headcount}`
    printFigure(name, `${(100 * share).toFixed(0)} % of the rate`, {
      words: `at least ${100 * wanted.large} %`,
      met: share >= wanted.large,
    })
  }
}

interface Percentiles {
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

function percentiles(times: readonly number[]): Percentiles {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number): number =>
    sorted[Math.floor(share * (sorted.length - 1))] ?? 0
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

function inMilliseconds({ p50, p95, p99 }: Percentiles): string {
  return `${[p50, p95, p99].map((time) => time.toFixed(0)).join(' / ')} ms`
}

/** Who reads a figure should see whether the machine had other work. */
function loadOfMachine(): string {
  return `${loadavg()[0]?.toFixed(1)} of ${availableParallelism()}`
}

const mega = (bytes: number): string => (bytes / 1e6).toFixed(0)
