import { describe, expect, it } from 'vitest'
import { askedBy } from '#analysis/disclosure/publication-plan.ts'
import { keepUnits } from '#analysis/disclosure/reporting-units.ts'
import { core } from '#surveys/catalogue.ts'
import { constructIds } from '#surveys/constructs.ts'
import { flatUnits, formed, planFor } from '../an-organization.ts'

describe('the publication plan', () => {
  it('names every construct of the core questionnaire and both lists', () => {
    const asked = askedBy(core)

    expect(asked.constructs).toEqual(constructIds.filter((id) => id !== 'soc.safety'))
    expect(asked).toMatchObject({ wanted: true, barriers: true })
  })

  it('says what has to stand behind each figure', () => {
    const plan = planFor(formed(flatUnits([50, 60])), [
      'bio.sleep',
      'psy.distress',
      'work.harass',
    ])

    expect(plan.constructs).toEqual([
      {
        construct: 'bio.sleep',
        handling: 'common',
        organization: { meanNeed: 10, shares: 20 },
        units: { meanNeed: 10, shares: 20 },
      },
      {
        construct: 'psy.distress',
        handling: 'sensitive',
        organization: { meanNeed: 20, shares: 30 },
        units: { meanNeed: 20, shares: null },
      },
      {
        construct: 'work.harass',
        handling: 'rare',
        organization: { meanNeed: null, shares: 100 },
        units: { meanNeed: null, shares: null },
      },
    ])
  })

  it('says what a unit can reach when everybody answers', () => {
    const { units } = planFor(formed(flatUnits([22, 60])), [])

    expect(units.map(({ id, highestBand }) => [id, highestBand])).toEqual([
      ['u01', 15],
      ['u02', 55],
    ])
  })

  it('shows no units of an organization that is not divided', () => {
    const plan = planFor(formed(flatUnits([20, 19])), [])

    expect(plan.units).toEqual([])
    expect(plan.reportingUnits).toEqual(['organization'])
  })

  it('takes units without head counts as they are', () => {
    const units = keepUnits([
      { id: 'a', name: 'A', parent: null },
      { id: 'b', name: 'B', parent: null },
    ])

    const plan = planFor(units, [])

    expect(plan.organization.headcount).toBeNull()
    expect(plan.units.map(({ highestBand }) => highestBand)).toEqual([null, null])
  })

  it('is plain data that survives being stored', () => {
    const plan = planFor(formed(flatUnits([50, 60])), ['bio.sleep'])

    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan)
  })
})
