import { describe, expect, it } from 'vitest'
import { findBestProgram } from '#analysis/recommendation/best-program.ts'
import {
  ceilingFromAbove,
  ceilingFromBelow,
} from '#analysis/recommendation/coverage-bounds.ts'
import {
  gainOf,
  leastCost,
  type ProgramChoice,
} from '#analysis/recommendation/program-choice.ts'
import { type Random, seededRandom } from '#analysis/statistics/random.ts'

const pick = (random: Random, below: number): number => Math.floor(random() * below)

/**
 * Up to twelve options with everything that can be said of them, drawn at random.
 *
 * @param whole chance of an option that takes away the whole of a need, as none does in life
 */
function randomChoice(random: Random, whole = 0.05): ProgramChoice {
  const count = 1 + pick(random, 12)
  const needs = Array.from({ length: 1 + pick(random, 8) }, () => pick(random, 101))
  const indices = Array.from({ length: count }, (_, index) => index)
  const isWhole = random() < 0.5
  const options = indices.map(() => ({
    cost: isWhole ? 1 + pick(random, 5) : 0.2 + 5 * random(),
    shares: needs.flatMap((_, need) =>
      random() < 0.4 ? [{ need, share: random() < whole ? 1 : 0.96 * random() }] : [],
    ),
  }))
  const locked = indices.filter(() => random() < 0.2)
  const pairs = (times: number): readonly (readonly [number, number])[] =>
    Array.from(
      { length: times },
      () => [pick(random, count), pick(random, count)] as const,
    )
  const all = options.reduce((sum, { cost }) => sum + cost, 0)
  return {
    needs,
    options,
    locked,
    free: indices.filter((index) => !locked.includes(index) && random() < 0.9),
    requirements: pairs(pick(random, 4)).map(([of, one]) => ({
      of,
      anyOf: random() < 0.5 ? [one] : [one, pick(random, count)],
    })),
    exclusions: pairs(pick(random, 3)).filter(([one, other]) => one !== other),
    budget: random() < 0.1 ? Infinity : isWhole ? pick(random, all + 1) : all * random(),
  }
}

/** V as the design writes it, with nothing of the search. */
function worthOf({ needs, options }: ProgramChoice, program: readonly number[]): number {
  return needs.reduce((sum, score, need) => {
    const left = program.map((index) => {
      const found = options[index]?.shares.find((one) => one.need === need)
      return 1 - (found?.share ?? 0)
    })
    return sum + score * (1 - left.reduce((product, one) => product * one, 1))
  }, 0)
}

const costOf = ({ options }: ProgramChoice, program: readonly number[]): number =>
  program.reduce((sum, index) => sum + (options[index]?.cost ?? 0), 0)

/** Whether a set keeps every rule: by looking at each of them. */
function isAllowed(choice: ProgramChoice, program: readonly number[]): boolean {
  const has = (index: number): boolean => program.includes(index)
  const isLocked = (index: number): boolean => choice.locked.includes(index)
  return (
    choice.locked.every(has) &&
    program.every((index) => isLocked(index) || choice.free.includes(index)) &&
    choice.requirements.every(({ of, anyOf }) => !has(of) || anyOf.some(has)) &&
    choice.exclusions.every(
      ([one, other]) => !has(one) || !has(other) || (isLocked(one) && isLocked(other)),
    )
  )
}

const subsetsOf = (count: number): readonly (readonly number[])[] =>
  Array.from({ length: 2 ** count }, (_, bits) =>
    Array.from({ length: count }, (__, index) => index).filter(
      (index) => (bits >> index) & 1,
    ),
  )

/** Every program that keeps the rules within the budget. */
const allowedPrograms = (choice: ProgramChoice): readonly (readonly number[])[] =>
  subsetsOf(choice.options.length).filter(
    (program) =>
      isAllowed(choice, program) && costOf(choice, program) <= choice.budget + 1e-7,
  )

const greatest = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, value), -Infinity)

describe('the search for the best program', () => {
  it('finds what trying every program finds, in 600 random choices', () => {
    let solved = 0
    let refused = 0
    for (let i = 0; i < 600; i++) {
      const choice = randomChoice(seededRandom(`choice ${i}`))
      const allowed = allowedPrograms(choice)
      if (allowed.length === 0) {
        expect(() => findBestProgram(choice), `choice ${i}`).toThrow(RangeError)
        refused += 1
        continue
      }

      const best = findBestProgram(choice)

      const expected = greatest(allowed.map((program) => worthOf(choice, program)))
      expect(best.covered, `choice ${i}`).toBeCloseTo(expected, 8)
      expect(best.missed).toBe(0)
      expect(worthOf(choice, best.options)).toBeCloseTo(best.covered, 8)
      expect(isAllowed(choice, best.options)).toBe(true)
      expect(costOf(choice, best.options)).toBeLessThanOrEqual(choice.budget + 1e-7)
      solved += 1
    }
    expect(solved).toBeGreaterThanOrEqual(300)
    expect(refused).toBeGreaterThanOrEqual(10)
  })

  it('never pays for what adds nothing and is not required', () => {
    for (let i = 0; i < 200; i++) {
      const choice = randomChoice(seededRandom(`idle ${i}`), 0)
      if (allowedPrograms(choice).length === 0) continue

      const { options } = findBestProgram(choice)

      for (const index of options.filter((one) => !choice.locked.includes(one))) {
        const without = options.filter((one) => one !== index)
        const isIdle = worthOf(choice, options) - worthOf(choice, without) < 1e-10
        const isRequired = choice.requirements.some(({ anyOf }) => anyOf.includes(index))
        expect(isIdle && !isRequired, `choice ${i}, option ${index}`).toBe(false)
      }
    }
  })

  it('covers no less with more money, with greater needs, and with fewer rules', () => {
    for (let i = 0; i < 200; i++) {
      const choice = randomChoice(seededRandom(`grow ${i}`))
      if (allowedPrograms(choice).length === 0) continue
      const { covered } = findBestProgram(choice)

      const richer = findBestProgram({ ...choice, budget: 1.2 * choice.budget + 0.1 })
      const needs = choice.needs.map((need, index) => need + (index % 3))
      const needier = findBestProgram({ ...choice, needs })
      const freer = findBestProgram({ ...choice, requirements: [], exclusions: [] })

      for (const other of [richer, needier, freer]) {
        expect(other.covered, `choice ${i}`).toBeGreaterThanOrEqual(covered - 1e-8)
      }
    }
  })

  it('knows bounds that no program exceeds', () => {
    for (let i = 0; i < 200; i++) {
      const { needs, options, budget } = randomChoice(seededRandom(`bound ${i}`))
      const indices = options.map((_, index) => index)
      const nothing = { locked: [], requirements: [], exclusions: [] }
      const choice: ProgramChoice = { needs, options, budget, free: indices, ...nothing }
      const left = Float64Array.from(needs)
      const open = options
        .map((option, index) => ({ index, option, gain: gainOf(option, left) }))
        .sort((a, b) => b.gain / b.option.cost - a.gain / a.option.cost)
      const start = { left, covered: 0, money: budget }

      const best = greatest(
        allowedPrograms(choice).map((program) => worthOf(choice, program)),
      )

      expect(ceilingFromBelow(start, open)).toBeGreaterThanOrEqual(best - 1e-6)
      expect(ceilingFromAbove(start, open)).toBeGreaterThanOrEqual(best - 1e-6)
    }
  })

  it('takes the first of two that are alike, and the cheaper of two that do the same', () => {
    const shares = [{ need: 0, share: 0.5 }]
    const base = { needs: [80], locked: [], requirements: [], exclusions: [], budget: 3 }

    const alike = findBestProgram({
      ...base,
      options: [
        { cost: 3, shares },
        { cost: 3, shares },
      ],
      free: [1, 0],
    })
    const cheaper = findBestProgram({
      ...base,
      options: [
        { cost: 3, shares },
        { cost: 2, shares },
      ],
      free: [0, 1],
    })

    expect(alike.options).toEqual([0])
    expect(cheaper.options).toEqual([1])
  })

  it('is exact to the cent where thirds add up to a whole', () => {
    const shares = [{ need: 0, share: 0.5 }]
    const option = { cost: 0.1, shares }

    const { options } = findBestProgram({
      needs: [80],
      options: [option, option, option],
      locked: [],
      free: [0, 1, 2],
      requirements: [],
      exclusions: [],
      budget: 0.3,
    })

    expect(options).toEqual([0, 1, 2])
  })

  it('refuses a budget that does not pay what is locked, and options that are not there', () => {
    const choice: ProgramChoice = {
      needs: [80],
      options: [{ cost: 2, shares: [] }],
      locked: [0],
      free: [],
      requirements: [],
      exclusions: [],
      budget: 1,
    }

    expect(() => findBestProgram(choice)).toThrow(
      new RangeError('expected a budget for what is locked and all it requires, got 1'),
    )
    expect(() => findBestProgram({ ...choice, locked: [1] })).toThrow(
      new RangeError('expected an option from 0 to 0, got 1'),
    )
  })

  it('stops on a list of prices made to be hard, and says what it may have missed', () => {
    const random = seededRandom('hard')
    const needs = Array.from({ length: 30 }, () => 60)
    const options = Array.from({ length: 60 }, () => {
      const shares = needs.flatMap((_, need) =>
        random() < 0.1 ? [{ need, share: 0.2 + 0.5 * random() }] : [],
      )
      const gain = shares.reduce((sum, { share }) => sum + 60 * share, 1)
      return { cost: gain * (1 + 0.01 * random()), shares }
    })
    const all = options.reduce((sum, { cost }) => sum + cost, 0)
    const before = performance.now()

    const best = findBestProgram({
      needs,
      options,
      locked: [],
      free: options.map((_, index) => index),
      requirements: [],
      exclusions: [],
      budget: all / 2,
    })

    expect(best.missed).toBeGreaterThan(0)
    expect(best.missed).toBeLessThan(0.1 * best.covered)
    expect(performance.now() - before).toBeLessThan(10_000)
  })
})

describe('the least cost of a set', () => {
  it('is that of the cheapest set around it that keeps the rules', () => {
    for (let i = 0; i < 300; i++) {
      const drawn = randomChoice(seededRandom(`cost ${i}`))
      const indices = drawn.options.map((_, index) => index)
      const choice: ProgramChoice = {
        ...drawn,
        locked: [],
        free: indices,
        exclusions: [],
      }
      const chosen = [pick(seededRandom(`one ${i}`), indices.length)]

      const found = leastCost(choice, chosen)

      const around = subsetsOf(indices.length)
        .filter((set) => chosen.every((one) => set.includes(one)))
        .filter((set) => isAllowed(choice, set))
        .map((set) => costOf(choice, set))
      expect(found, `choice ${i}`).toBeCloseTo(Math.min(...around), 8)
    }
  })

  it('is none where what is required is excluded', () => {
    const choice: ProgramChoice = {
      needs: [],
      options: [
        { cost: 1, shares: [] },
        { cost: 1, shares: [] },
      ],
      locked: [],
      free: [0, 1],
      requirements: [{ of: 0, anyOf: [1] }],
      exclusions: [[0, 1]],
      budget: Infinity,
    }

    expect(leastCost(choice, [0])).toBeNull()
    expect(leastCost(choice, [1])).toBe(1)
  })
})
