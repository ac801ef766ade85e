import { valuesOf } from '#analysis/disclosure/audits.ts'
import { crossPlan } from '#analysis/disclosure/crossing.ts'
import { leavesOpen } from '#analysis/disclosure/interval-audit.ts'
import { crowdOf, scopeOf } from '#analysis/disclosure/interval-scope.ts'
import { makeRelease } from '#analysis/disclosure/make-release.ts'
import { sdc1 } from '#analysis/disclosure/rules.ts'
import { shownFamily, shownSums } from '#analysis/disclosure/shown-sums.ts'
import { type Attack, type Subject, sayWhich } from './attack.ts'
import { attackIntervals } from './interval-attack.ts'
import { figuresOf } from './interval-unknowns.ts'
import { half } from './intervals.ts'
import { populationOf } from './population.ts'
import { Tally } from './tally.ts'

/**
 * Compares the product's interval audit with bounds of the attack's own, in which everybody
 * is an unknown (claim 45): on what the rules alone would release, one kind of figure at a
 * time, both say whether half of the scale stays open for everybody who can be named.
 *
 * @param mostPeople organizations with more answers are left out: it would take too long
 */
export function beginIntervalAgreement(mostPeople: number): Attack {
  const tally = new Tally('the interval audit and bounds agree (45)', 'the same verdict')
  const attack = (subject: Subject): void => {
    if (subject.organization.people.length > mostPeople) return
    tally.count('organizations')
    for (const { audited, bounded, where } of verdicts(subject)) {
      tally.count('kinds of figures compared')
      tally.count('too narrow', !bounded)
      tally.expect(audited === bounded, () => `${sayWhich(subject)}: ${where}`)
    }
  }
  return { try: attack, outcome: () => tally.outcome() }
}

interface Verdicts {
  readonly audited: boolean
  readonly bounded: boolean
  readonly where: string
}

function* verdicts({ organization }: Subject): Generator<Verdicts> {
  const { plan, counts } = organization
  if (!counts.crossed) return
  const crossing = crossPlan(plan, counts.crossed)
  const release = makeRelease(plan, counts, sdc1)
  for (const [index, { construct }] of plan.constructs.entries()) {
    const [measured, released] = [
      counts.crossed.constructs[construct],
      release.constructs[construct],
    ]
    if (!measured || !released) continue
    const population = populationOf(organization, index)
    for (const [kind, figures] of figuresOf(release, construct, population)) {
      if (figures.length === 0) continue
      const crowd = crowdOf(crossing, shownFamily(released, kind), measured.n)
      const sums = shownSums(crossing, released, kind)
      const audited = leavesOpen(scopeOf(crowd, valuesOf(measured, kind), sums))
      const { named } = attackIntervals(population, [[kind, figures]])
      yield { audited, bounded: named.width >= half, where: `${construct} ${kind}` }
    }
  }
}
