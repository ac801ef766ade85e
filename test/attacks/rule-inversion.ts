import { disclose } from '#analysis/disclosure/disclose.ts'
import { type Attack, type Subject, sayWhich } from './attack.ts'
import { Tally } from './tally.ts'

/** More possibilities than this are not gone through. */
const most = 20_000

/**
 * Runs the rules backwards (claims 44, 47): goes through every number of answers that each
 * reporting unit of a small organization can have, and keeps those of which the rules make
 * the same release. Of no hidden unit does the number come out, and of hardly any shown one.
 *
 * @param enough so many organizations; it takes long
 */
export function beginRuleInversion(enough: number): Attack {
  const tally = new Tally(
    'running the rules backwards (44, 47)',
    'no hidden number comes out',
  )
  const attack = (subject: Subject): void => {
    const isEnough = tally.of('organizations') >= enough
    const numbers = isEnough ? null : numbersOf(subject)
    if (!numbers) return
    tally.count('organizations')
    const which = sayWhich(subject)
    for (const { isShown, possible } of numbers) {
      tally.count('shown units', isShown)
      tally.count('of which n is known', isShown && possible === 1)
      tally.count('hidden units', !isShown)
      if (!isShown) tally.least('fewest numbers a hidden one can have', possible)
      tally.expect(possible > 0, () => `${which}: the attack misses the truth`)
      tally.expect(isShown || possible > 1, () => `${which}: a hidden number is known`)
    }
  }
  const outcome = () => {
    const isOften = tally.of('of which n is known') > 0.1 * tally.of('shown units')
    return tally.outcome(isOften ? 'n is known too often' : null)
  }
  return { try: attack, outcome }
}

const nothing = {
  constructs: {},
  wanted: null,
  barriers: null,
  crossed: null,
  measured: null,
}

/**
 * How many numbers of answers each reporting unit can have.
 *
 * @returns null where there are too many to go through, or only one unit
 */
function numbersOf(
  subject: Subject,
): readonly { readonly isShown: boolean; readonly possible: number }[] | null {
  const { organization, release } = subject
  const { plan } = organization
  const candidates = candidatesOf(subject)
  const size = [...candidates.values()].reduce((all, { length }) => all * length, 1)
  if (plan.units.length < 2 || size > most) return null
  const expected = JSON.stringify([release.organization, release.units])
  const found = [...combinations([...candidates])].filter((ballots) => {
    const other = disclose(plan, { ...nothing, ballots })
    return JSON.stringify([other.organization, other.units]) === expected
  })
  return plan.reportingUnits.map((id) => {
    const unit = release.units.find((one) => one.id === id)
    return {
      isShown: unit?.answered.kind === 'shown',
      possible: new Set(found.map((ballots) => ballots[id] ?? 0)).size,
    }
  })
}

/** What the bands say of each reporting unit; with units below it, of their people together. */
function candidatesOf({
  organization,
  release,
}: Subject): ReadonlyMap<string, readonly number[]> {
  const { plan } = organization
  const parents = new Set(plan.units.map(({ parent }) => parent))
  return new Map(
    plan.reportingUnits.map((id) => {
      const unit = release.units.find((one) => one.id === id)
      const people = unit?.headcount ?? plan.organization.headcount ?? most
      const [from, to] =
        unit?.answered.kind === 'shown'
          ? [unit.answered.from, Math.min(people, unit.answered.to)]
          : [0, people]
      const least = parents.has(id) ? 0 : from
      return [id, Array.from({ length: to - least + 1 }, (_, index) => least + index)]
    }),
  )
}

function* combinations(
  candidates: readonly (readonly [string, readonly number[]])[],
): Generator<Readonly<Record<string, number>>> {
  const [first, ...others] = candidates
  if (!first) {
    yield {}
    return
  }
  const [id, numbers] = first
  for (const rest of combinations(others)) {
    for (const n of numbers) yield { ...rest, [id]: n }
  }
}
