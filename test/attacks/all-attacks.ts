import { beginAgreement } from './agreement.ts'
import type { Attack, Outcome } from './attack.ts'
import { beginCoalition } from './coalition.ts'
import { beginDeterminism } from './determinism.ts'
import { beginDistinguisher } from './distinguisher.ts'
import { beginEnumeration } from './enumeration.ts'
import { beginHidden } from './hidden.ts'
import { beginHomogeneous } from './homogeneous.ts'
import { beginInsiders } from './insiders.ts'
import { beginIntervalAgreement } from './interval-agreement.ts'
import { beginIntervals } from './intervals.ts'
import { beginRuleInversion } from './rule-inversion.ts'
import { beginSpan } from './span.ts'
import { attackEach, drawSubject, skewedSubjects } from './subjects.ts'
import { beginTwoWaves } from './two-waves.ts'
import { beginWaves } from './waves.ts'

/** An attack, and of how many organizations it tries one: some take long. */
interface Turn {
  readonly every: number
  readonly attack: Attack
}

/**
 * Discloses one random organization of 16 to 5,000 people after another, and lets the attacks
 * try its release. Beside them stand organizations in which nearly all answer at one end,
 * where bounds are narrowest, and a few large ones of which few people are bounded.
 *
 * @param goesOn called after each organization; false ends it there
 */
export async function attackOrganizations(
  count: number,
  goesOn: (done: number) => Promise<boolean> = async () => true,
): Promise<readonly Outcome[]> {
  const intervals = beginIntervals(300)
  const ofLarge = beginIntervals(1500)
  const turns = [...exactAttacks(), { every: 10, attack: intervals }]
  for (let index = 0; index < count; index++) {
    const subject = drawSubject(`attack ${index}`, 16, 5000)
    for (const { every, attack } of turns) {
      if (index % every === 0) attack.try(subject)
    }
    if (index % 10 === 0) {
      const people = 40 + (index % 260)
      attackEach(intervals, skewedSubjects(`skewed attack ${index}`, 1, people, people))
    }
    if (index % 1000 === 0) {
      const people = 700 + (index % 800)
      ofLarge.try(drawSubject(`large attack ${index}`, 300, 1500))
      attackEach(ofLarge, skewedSubjects(`large skew ${index}`, 1, people, people))
    }
    if (!(await goesOn(index + 1))) break
  }
  return [...turns.map(({ attack }) => attack), ofLarge].map((one) => one.outcome())
}

function exactAttacks(): readonly Turn[] {
  return [
    { every: 1, attack: beginSpan(5) },
    { every: 1, attack: beginEnumeration() },
    { every: 1, attack: beginHidden() },
    { every: 1, attack: beginDistinguisher() },
    { every: 1, attack: beginCoalition() },
    { every: 2, attack: beginRuleInversion(200) },
    { every: 5, attack: beginInsiders(2) },
    { every: 5, attack: beginAgreement(1) },
    { every: 20, attack: beginIntervalAgreement(600) },
    { every: 20, attack: beginHomogeneous() },
    { every: 20, attack: beginDeterminism() },
    { every: 20, attack: beginWaves(2, 200) },
    { every: 20, attack: beginTwoWaves(200) },
  ]
}
