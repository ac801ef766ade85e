import { describe, expect, it } from 'vitest'
import { midpointOf } from '#analysis/disclosure/bands.ts'
import { disclose } from '#analysis/disclosure/disclose.ts'
import { assessNeeds } from '#analysis/needs/assess-needs.ts'
import { blendEquity, highestGroupRate } from '#analysis/needs/equity.ts'
import { parameters } from '#analysis/needs/parameters.ts'
import { pool } from '#analysis/needs/pooling.ts'
import { pointPrevalence } from '#analysis/needs/prevalence.ts'
import { readEvidence } from '#analysis/needs/read-release.ts'
import {
  seriousness,
  shareHighAmongElevated,
  surveyNeed,
} from '#analysis/needs/seriousness.ts'
import { componentOf } from '#analysis/recommendation/components.ts'
import { matchOf, priorityOf } from '#analysis/recommendation/priority.ts'
import { gatherTestimony } from '#analysis/sources/testimony.ts'
import { type ConstructId, constructOf } from '#surveys/constructs.ts'
import { themeItem } from '#surveys/focus-group-form.ts'
import { basisItem, needItem } from '#surveys/manager-interview-form.ts'
import { countTable, formed, planFor } from '../analysis/an-organization.ts'
import { corrections, method } from './method-tables.ts'

describe('the worked example of METHOD.md', () => {
  const construct: ConstructId = 'work.demands'
  const units = formed(
    [40, 80, 80].map((headcount, index) => {
      const id = `u${index}`
      return { id, name: id, parent: null, headcount }
    }),
  )
  const answers = { u0: [28, 14, 4], u1: [52, 6, 2], u2: [52, 8, 2] } as const
  const counts = Object.entries(answers).map(([unit, [n, elevated, high]]) => {
    return [unit, { n, elevated, high, sumOfNeed: 60 * elevated }] as const
  })
  const ballots = Object.entries(answers).map(([unit, [n]]) => [unit, n] as const)
  const release = disclose(
    planFor(units, [construct]),
    countTable(Object.fromEntries(ballots), { [construct]: Object.fromEntries(counts) }),
  )
  const session = (raised: string) => ({
    participants: 6,
    [themeItem(construct)]: raised,
  })
  const interview = (unit: string, people: number, level: string, basis: string) => ({
    team: new Map([[unit, people]]),
    answers: { [needItem(construct)]: level, [basisItem(construct)]: basis },
  })
  const testimony = gatherTestimony(
    [[session('raised-strongly'), session('raised-clearly'), session('not-raised')]],
    [
      [
        interview('u0', 40, '4', 'observed'),
        interview('u1', 80, '2', 'observed'),
        interview('u2', 80, '3', 'guess'),
      ],
    ],
    200,
  )

  it('has the numbers that the code gives', () => {
    const { answered } = release.organization
    const evidence = readEvidence(release, construct)
    if (!evidence || answered.kind === 'hidden') throw new Error('expected evidence')
    const { k, m } = evidence.organization
    const { severity } = constructOf(construct)
    const { survey, focusGroups, managers } = parameters.sources
    const rate = pointPrevalence(evidence)
    const highest = highestGroupRate(evidence.groups, rate)
    const blended = blendEquity(rate, highest)
    const shareHigh = shareHighAmongElevated(m, k)
    const serious = seriousness(severity, shareHigh, null)
    const ofSurvey = surveyNeed(blended, serious)
    const ofGroups = testimony.focusGroups[construct]?.score ?? Number.NaN
    const ofManagers = testimony.managers[construct]?.score ?? Number.NaN
    const pooled = pool([
      { score: ofSurvey, weight: survey },
      { score: ofGroups, weight: focusGroups },
      { score: ofManagers, weight: managers },
    ])
    const match = matchOf([Math.round(pooled ?? Number.NaN)])
    const { evidenceValue } = componentOf('psychosocial_redesign')
    const { unknownWish } = parameters.priority
    const letters = {
      n: midpointOf(answered, 200),
      k,
      m,
      p̂: rate,
      π̃: highest,
      'π^E': blended,
      I: shareHigh,
      s: serious,
      u: blended * serious,
      S: ofSurvey,
      F: ofGroups,
      M: ofManagers,
      N_c: pooled,
      Match: match,
      Priority: priorityOf(match, evidenceValue, unknownWish),
    }

    const expected = Object.entries(letters).map(([letter, value]) => {
      return [letter, { Result: String(Number(value?.toPrecision(6))) }]
    })

    expect(corrections('Letter', Object.fromEntries(expected))).toEqual([])
  })

  it('ends as METHOD.md says it does', () => {
    const [need] = assessNeeds(release, testimony, { seed: 'example' }).needs.needs
    if (!need) throw new Error('expected a need')
    const { score, band, interval, convergence, confidence, targetedUnits } = need

    expect(method.replaceAll(/\s+/g, ' ')).toContain(
      `the need is ${score}, ${band}; the draws give ${interval.low} to ${interval.high}. Convergence is _${convergence}_ (56, 56, 70), confidence _${confidence}_`,
    )
    expect(targetedUnits).toEqual(['u0'])
  })
})
