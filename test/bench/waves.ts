import { type Person, prepareCast, preparePeople, type Step, steps } from './crowd.ts'
import { Connections, doTogether } from './doors.ts'
import type { Invited, RunningOrganization } from './organization.ts'

/** What people saw who answered while others did. */
export interface Answered {
  /** whole participations */
  readonly perSecond: number
  /** milliseconds that the replies took: of each step, and of all steps of one person */
  readonly took: Readonly<Record<Step | 'all', readonly number[]>>
  /** milliseconds of the server's processors for one person */
  readonly processor: number
  /** milliseconds that the browser of one person computes: before collecting, and after */
  readonly computing: { readonly blinding: number; readonly sealing: number }
}

interface Spell {
  readonly seconds: number
  /** milliseconds of the server's processors */
  readonly processor: number
  readonly collecting: readonly Person[]
  readonly casting: readonly Person[]
}

/**
 * Lets people answer, so many clients at once. While one wave looks up its codes and collects,
 * the wave before casts. The first wave only collects and the last is not cast: neither
 * counts.
 */
export async function answerInWaves(
  organization: RunningOrganization,
  clients: number,
  waves: readonly (readonly Invited[])[],
): Promise<Answered> {
  const spells: Spell[] = []
  const computing = { blinding: 0, sealing: 0 }
  let casting: readonly Person[] = []
  for (const wave of waves) {
    const start = performance.now()
    const collecting = await preparePeople(organization, wave)
    computing.blinding += performance.now() - start
    const before = await organization.needs()
    const seconds = await answerTogether(clients, collecting, casting)
    const { processor } = await organization.needs()
    spells.push({
      seconds,
      processor: processor - before.processor,
      collecting,
      casting,
    })
    const collected = performance.now()
    for (const person of collecting) await prepareCast(organization, person)
    computing.sealing += performance.now() - collected
    casting = collecting
  }
  const people = waves.reduce((sum, wave) => sum + wave.length, 0)
  return {
    ...figuresOf(spells.slice(1)),
    computing: {
      blinding: computing.blinding / people,
      sealing: computing.sealing / people,
    },
  }
}

async function answerTogether(
  clients: number,
  collecting: readonly Person[],
  casting: readonly Person[],
): Promise<number> {
  using connections = new Connections()
  const ask = async (person: Person, step: Step): Promise<void> => {
    const start = performance.now()
    const asked = person.requests[step]
    if (!asked) throw new Error(`nothing was prepared to ${step}`)
    person.replies[step] = await connections.ask(asked)
    person.took[step] = performance.now() - start
  }
  const collect = collecting.map((person) => async () => {
    await ask(person, 'look')
    await ask(person, 'collect')
  })
  const cast = casting.map((person) => () => ask(person, 'cast'))
  const seconds = await doTogether(clients, interleaved(collect, cast))
  return seconds
}

function interleaved<Thing>(
  one: readonly Thing[],
  other: readonly Thing[],
): readonly Thing[] {
  const length = Math.max(one.length, other.length)
  return Array.from({ length }, (_, at) => [
    ...one.slice(at, at + 1),
    ...other.slice(at, at + 1),
  ]).flat()
}

function figuresOf(spells: readonly Spell[]): Omit<Answered, 'computing'> {
  const seconds = spells.reduce((sum, spell) => sum + spell.seconds, 0)
  const processor = spells.reduce((sum, spell) => sum + spell.processor, 0)
  const cast = spells.flatMap(({ casting }) => casting)
  const collected = spells.flatMap(({ collecting }) => collecting)
  const inBoth = new Set(cast).intersection(new Set(collected))
  const times = (people: readonly Person[], step: Step): readonly number[] =>
    people.map(({ took }) => took[step] ?? 0)
  return {
    perSecond: cast.length / seconds,
    processor: processor / cast.length,
    took: {
      look: times(collected, 'look'),
      collect: times(collected, 'collect'),
      cast: times(cast, 'cast'),
      all: [...inBoth].map(({ took }) =>
        steps.reduce((sum, step) => sum + (took[step] ?? 0), 0),
      ),
    },
  }
}
