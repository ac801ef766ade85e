import { describe, expect, it } from 'vitest'
import { readInTurn } from '#analysis/sources/batches.ts'
import { readFocusGroups } from '#analysis/sources/focus-groups.ts'
import { type Interview, readInterviews } from '#analysis/sources/interviews.ts'
import { type Random, seededRandom } from '#analysis/statistics/random.ts'
import { type ThemeLevel, themeItem } from '#surveys/focus-group-form.ts'
import { basisItem, needItem } from '#surveys/manager-interview-form.ts'
import type { Answers } from '#surveys/questionnaire.ts'

/**
 * Somebody keeps the results from before and after a latecomer, knows every team and its size,
 * what everybody else said, who guessed and who came when, and tries every answer that one
 * manager or group can have given. They must not get further than from what the latecomers'
 * batch says in one figure.
 */

const about = 'work.demands'
const ratings = [null, 0, 1, 2, 3, 4] as const
type Rating = (typeof ratings)[number]

const pick = <One>(random: Random, from: readonly One[]): One =>
  from[Math.floor(random() * from.length)] as One // the index is below the length

interface Manager {
  readonly team: Interview['team']
  readonly isGuess: boolean
}

function someManagers(random: Random, of: string, count: number): readonly Manager[] {
  return Array.from({ length: count }, (_, at) => ({
    team: new Map([[`${of} ${at}`, 10 + Math.floor(random() * 90)]]),
    isGuess: random() < 0.3,
  }))
}

function interview({ team, isGuess }: Manager, rating: Rating): Interview {
  const answers = {
    [needItem(about)]: rating === null ? 'cannot-see' : String(rating),
    [basisItem(about)]: isGuess ? 'guess' : 'observed',
  }
  return { team, answers }
}

const shown = (batches: readonly (readonly Interview[])[]): number | null =>
  readInterviews(batches, 2000).byConstruct[about]?.score ?? null

/** Everything that so many can have said. */
function worlds<Said>(
  count: number,
  said: readonly Said[],
): readonly (readonly Said[])[] {
  if (count === 0) return [[]]
  return worlds(count - 1, said).flatMap((rest) => said.map((one) => [...rest, one]))
}

/** What one of them can have said, given what was seen: by what was seen. */
function possible<Said>(
  all: readonly (readonly Said[])[],
  target: number,
  seen: (world: readonly Said[]) => unknown,
): ReadonlyMap<string, ReadonlySet<Said>> {
  const found = new Map<string, Set<Said>>()
  for (const world of all) {
    const key = JSON.stringify(seen(world))
    const before = found.get(key) ?? new Set<Said>()
    found.set(key, before.add(world[target] as Said)) // the target is one of them
  }
  return found
}

/** How often what was seen leaves one answer alone. */
function toldApart<Said>(
  all: readonly (readonly Said[])[],
  seen: (world: readonly Said[]) => unknown,
): number {
  const found = possible(all, 0, seen)
  return all.filter((world) => found.get(JSON.stringify(seen(world)))?.size === 1).length
}

const rounds = Array.from({ length: 12 }, (_, round) => round)

describe('the results before and after latecomers', () => {
  it.each(rounds)(
    'tell of a manager no more than the three do together (%i)',
    (round) => {
      const random = seededRandom(`latecomers ${round}`)
      const before = someManagers(random, 'before', 3 + Math.floor(random() * 6)).map(
        (one) => interview(one, pick(random, ratings.slice(1))),
      )
      const late = someManagers(random, 'late', 3)
      const heard = (world: readonly Rating[]) =>
        late.map((one, at) => interview(one, world[at] ?? null))
      const all = worlds(3, ratings)
      const looks = (world: readonly Rating[]) => shown([before, heard(world)])
      const together = (world: readonly Rating[]) => shown([heard(world)])

      for (const target of [0, 1, 2]) {
        const fromLooks = possible(all, target, looks)
        const fromTogether = possible(all, target, together)
        for (const world of all) {
          const left = fromLooks.get(JSON.stringify(looks(world)))
          const least = fromTogether.get(JSON.stringify(together(world)))

          expect([...(left ?? [])]).toEqual(expect.arrayContaining([...(least ?? [])]))
        }
      }
      expect(toldApart(all, looks)).toBeLessThanOrEqual(toldApart(all, together))
    },
  )

  it('would tell a manager let in alone: the attack works where there are no batches', () => {
    const random = seededRandom('alone')
    const before = someManagers(random, 'before', 3).map((one) => interview(one, 2))
    const [late] = someManagers(random, 'late', 1)
    const all = worlds(1, ratings.slice(1))
    const pooled = ([rating = null]: readonly Rating[]) =>
      shown([
        [...before, ...(late ? [interview({ ...late, isGuess: false }, rating)] : [])],
      ])
    const inBatches = ([rating = null]: readonly Rating[]) =>
      shown([before, ...(late ? [[interview(late, rating)]] : [])])

    expect(toldApart(all, pooled)).toBe(all.length)
    expect(toldApart(all, inBatches)).toBe(0)
  })

  it.each(rounds)(
    'tell of a need that two rate only once it is put with others (%i)',
    (round) => {
      const random = seededRandom(`put together ${round}`)
      const before = someManagers(random, 'before', 4).map((one) => interview(one, 3))
      const late = someManagers(random, 'late', 3)
      const last = someManagers(random, 'last', 3).map((one) =>
        interview(one, pick(random, ratings.slice(1))),
      )
      const heard = (world: readonly Rating[]) =>
        [...world, null].map((rating, at) => interview(late[at] as Manager, rating)) // three of three
      const all = worlds(2, ratings)
      const first = (world: readonly Rating[]) => shown([before, heard(world)])
      const second = (world: readonly Rating[]) => shown([before, heard(world), last])
      const together = (world: readonly Rating[]) => shown([[...heard(world), ...last]])

      expect(toldApart(all, first)).toBe(0)
      expect(
        toldApart(all, (world) => [first(world), second(world)]),
      ).toBeLessThanOrEqual(toldApart(all, together))
    },
  )

  it.each(rounds)('tell no group from the two that came with it (%i)', (round) => {
    const random = seededRandom(`groups ${round}`)
    const levels: readonly ThemeLevel[] = [
      'not-discussed',
      'not-raised',
      'raised-mildly',
      'raised-clearly',
      'raised-strongly',
    ]
    const group = (level: ThemeLevel): Answers => ({
      participants: 6,
      [themeItem(about)]: level,
    })
    const before = [1, 2, 3, 4].map(() => group(pick(random, levels)))
    const looks = (world: readonly ThemeLevel[]) =>
      readFocusGroups([before, world.map(group)]).byConstruct[about] ?? null
    const alone = readFocusGroups([before]).byConstruct[about] ?? null
    const isRaisedOnce = (world: readonly ThemeLevel[]) =>
      world.filter((level) => level.startsWith('raised')).length === 1

    for (const world of worlds(3, levels)) {
      const [a, b, c] = world as [ThemeLevel, ThemeLevel, ThemeLevel] // three groups
      expect(looks([b, c, a])).toEqual(looks(world))
      expect(looks([b, a, c])).toEqual(looks(world))
      if (alone && isRaisedOnce(world)) expect(looks(world)).toEqual(alone)
    }
  })

  it.each(rounds)('are of readings that share nobody and never change (%i)', (round) => {
    const random = seededRandom(`readings ${round}`)
    let next = 0
    const batches = Array.from({ length: 6 }, () =>
      Array.from({ length: 1 + Math.floor(random() * 4) }, () => next++),
    )
    const read = (said: readonly number[]) =>
      said.filter((one) => one % 2 === round % 2).length >= 3 ? said.length : null

    const readings = readInTurn(batches, read)
    const members = readings.flatMap(({ from }) => from)

    expect(new Set(members).size).toBe(members.length)
    batches.forEach((_, at) => {
      const earlier = readInTurn(batches.slice(0, at), read)
      expect(readings.slice(0, earlier.length)).toEqual(earlier)
    })
  })
})
