import { disclose } from '#analysis/disclosure/disclose.ts'
import type { Cell, Disclosed, Release } from '#analysis/disclosure/disclosed.ts'
import type { SameUnit } from '#analysis/needs/unit-identity.ts'
import { compareWaves, type WaveChange } from '#analysis/needs/wave-change.ts'
import { type Attack, type Subject, sayWhich } from './attack.ts'
import { columnsAt, type Figures, figuresOf, unknownsOf } from './interval-unknowns.ts'
import { Bounds } from './linear-bounds.ts'
import { type Population, populationOf } from './population.ts'
import { countAnswers } from './random-organization.ts'
import { answeredIn, hasMoved, type InBoth, secondWave } from './second-wave.ts'
import { attackSpan, fewestOf } from './span-attack.ts'
import { Tally } from './tally.ts'

/**
 * Two releases and their comparison (claim 42): people left, came and moved between units,
 * and whoever pairs units may lie about which are the same.
 *
 * Judged: each wave's answers being its own, nothing about fewer than ten people can be added
 * and subtracted over both releases; and a comparison tells nothing but what anybody who has
 * both releases can work out, for any pairing of units. Told: how much of the scale stays
 * open for those who came, left or moved when everybody else answers the same again.
 */
export function beginTwoWaves(mostPeople: number): Attack {
  const tally = new Tally(
    'two releases and their comparison, with people who left, came and moved (42)',
    'nothing about fewer than 10 people, and nothing that the releases do not say',
  )
  const attack = (subject: Subject): void => {
    const { organization, random } = subject
    const { people, plan } = organization
    if (people.length > mostPeople || people.length < 30) return
    tally.count('organizations')
    const both = secondWave(organization, { leavers: 2, joiners: 1, movers: 2 }, random)
    const later = disclose(plan, countAnswers(plan, answeredIn('after', both)))
    comparePairs(subject, later, tally)
    plan.constructs.forEach((_, index) => {
      addUp(subject, both, later, index, tally)
      boundMovers(subject, both, later, index, tally)
    })
  }
  return { try: attack, outcome: () => tally.outcome() }
}

/** Pairs units as they are, under other names, and at random; no pairing tells more. */
function comparePairs(
  { release, random, ...subject }: Subject,
  later: Disclosed<Release>,
  tally: Tally,
): void {
  const ids = release.units.map(({ id }) => id)
  const shuffled = ids.toSorted(() => random() - 0.5)
  const pairings: readonly (readonly SameUnit[])[] = [
    ids.map((id) => ({ before: id, after: id })),
    ids.map((id, at) => ({ before: id, after: shuffled[at] ?? id })),
    [{ before: 'nowhere', after: ids[0] ?? '' }],
  ]
  for (const same of pairings) {
    for (const { construct, organization, units } of compareWaves(release, later, same)) {
      const first = release.constructs[construct]
      const second = later.constructs[construct]
      const all = [
        [organization, first?.organization, second?.organization] as const,
        ...same.map(({ before, after }) => {
          return [units[after], first?.units[before], second?.units[after]] as const
        }),
      ]
      for (const [told, before, after] of all) {
        tally.count('comparisons')
        tally.expect(isToldAlready(told, before, after), () => {
          return `${sayWhich({ release, random, ...subject })}: ${construct} compared`
        })
      }
    }
  }
}

/** Whether a reader of both releases could say as much. */
function isToldAlready(
  told: WaveChange | undefined,
  before: Cell | undefined,
  after: Cell | undefined,
): boolean {
  const isShown =
    before?.meanNeed.kind === 'shown' &&
    after?.meanNeed.kind === 'shown' &&
    before.answered.kind === 'shown' &&
    after.answered.kind === 'shown'
  if (!isShown) return told?.kind === 'hidden'
  if (before.meanNeed.kind !== 'shown' || after.meanNeed.kind !== 'shown') return false
  if (told?.kind === 'no-clear-change') return true
  const steps = Math.trunc((after.meanNeed.value - before.meanNeed.value) / 5)
  return told?.kind === 'change' && steps !== 0 && told.points === 5 * steps
}

/** Both waves as one population, in which the answers of each are unknowns of their own. */
function addUp(
  subject: Subject,
  both: readonly InBoth[],
  later: Release,
  index: number,
  tally: Tally,
): void {
  const { organization, release, random } = subject
  const { plan } = organization
  const construct = plan.constructs[index]?.construct
  if (!construct) return
  const before = populationOf({ plan, people: answeredIn('before', both) }, index)
  const after = populationOf({ plan, people: answeredIn('after', both) }, index)
  const atoms = [...after.atoms, ...before.atoms.map(shifted(shiftOf(after)))]
  for (const [, published] of figuresOfBoth(release, later, construct, before, after)) {
    if (published.length === 0) continue
    const found = attackSpan({ ...after, atoms }, published, {
      k: 10,
      shuffles: 1,
      random,
    })
    tally.count('groups of 1–9 tried', found.tried)
    tally.count('groups of 1–9 computable', found.computable.length)
    tally.expect(fewestOf(found) >= 10, () => {
      return `${sayWhich(subject)}: ${construct} of both waves tells of ${fewestOf(found)}`
    })
  }
}

const shiftOf = ({ units }: Population): number => units.length + 1

const shifted =
  (by: number) =>
  (atom: Population['atoms'][number]): Population['atoms'][number] => ({
    ...atom,
    key: `before ${atom.key}`,
    places: atom.places.map((place) => place + by),
  })

/** Places of the earlier release come after all those of the later one. */
function figuresOfBoth(
  earlier: Release,
  later: Release,
  construct: Parameters<typeof figuresOf>[1],
  before: Population,
  after: Population,
): Figures {
  const first = new Map(figuresOf(earlier, construct, before))
  return figuresOf(later, construct, after).map(([kind, second]) => {
    const moved = (first.get(kind) ?? []).map((figure) => {
      return { ...figure, place: figure.place + shiftOf(after) }
    })
    return [kind, [...second, ...moved]]
  })
}

/** What is left open for each who left, came or moved, if all others answer the same twice. */
function boundMovers(
  { organization: { plan }, release }: Subject,
  both: readonly InBoth[],
  later: Release,
  index: number,
  tally: Tally,
): void {
  const construct = plan.constructs[index]?.construct
  if (!construct) return
  const inWave = (people: readonly InBoth[], wave: keyof InBoth): Population =>
    populationOf({ plan, people: answeredIn(wave, people) }, index)
  const stayed = inWave(
    both.filter((one) => !hasMoved(one)),
    'after',
  )
  const shift = shiftOf(stayed)
  const everybody = stayed.atoms.map((atom) => {
    return { ...atom, places: [...atom.places, ...atom.places.map((at) => at + shift)] }
  })
  const moved = both.filter(hasMoved).flatMap((one) => {
    const [after] = inWave([one], 'after').atoms
    const [before] = inWave([one], 'before').atoms
    const places = [
      ...(after?.places ?? []),
      ...(before?.places ?? []).map((at) => at + shift),
    ]
    const atom = after ?? before
    return atom ? [{ ...atom, places }] : []
  })
  const atoms = [...everybody, ...moved]
  const figures = figuresOfBoth(release, later, construct, stayed, stayed)
  const shown = figures.filter(([, published]) => published.length > 0)
  if (shown.length === 0) return
  using bounds = new Bounds(unknownsOf(atoms, shown))
  moved.forEach((_, place) => {
    const own = columnsAt(everybody.length + place)
    const width = bounds.width([own.meanNeed], 100)
    tally.count('people who left, came or moved')
    tally.count('narrower than half as released', width < 50 - 1e-4)
    tally.least('narrowest as released', width)
  })
}
