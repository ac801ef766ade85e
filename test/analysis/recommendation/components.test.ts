import { describe, expect, it } from 'vitest'
import {
  type ComponentId,
  componentIds,
  componentOf,
} from '#analysis/recommendation/components.ts'
import { type ConstructId, constructIds, constructOf } from '#surveys/constructs.ts'
import { families } from '#surveys/modules/getting-help.ts'

/** Ids are never reused and never change: programs that were adopted name them. */
const everyId = [
  'crisis_line',
  'access_intake',
  'counselling_individual',
  'case_management',
  'orientation',
  'manager_consult',
  'governance_privacy',
  'counselling_couples_family',
  'substance_programme',
  'gambling_support',
  'life_event_support',
  'post_incident',
  'digital_cbt',
  'stress_group',
  'sleep_programme',
  'smoking_cessation',
  'health_coaching',
  'msk_programme',
  'financial_counselling',
  'hardship_help',
  'legal_consult',
  'childcare_school',
  'eldercare_carers',
  'concierge_daily',
  'perks_recreation',
  'domestic_abuse',
  'peer_support',
  'accommodation_rtw',
  'self_help_portal',
  'psychosocial_redesign',
  'worktime_balance',
  'leader_development',
  'mediation_early',
  'dignity_harassment',
  'change_outplacement',
]

const fitOf = (id: ComponentId, construct: ConstructId): number =>
  componentOf(id).fits[construct] ?? 0

const isPrimary = (id: ComponentId): boolean => componentOf(id).level === 'primary'

describe('the catalogue of components', () => {
  it('has thirty-five, seven of them core', () => {
    expect(componentIds).toHaveLength(35)
    expect(componentIds.filter((id) => componentOf(id).core)).toHaveLength(7)
  })

  it('keeps its ids, in the order they are shown', () => {
    expect(componentIds).toEqual(everyId)
    expect(new Set(componentIds).size).toBe(everyId.length)
  })

  it.each(constructIds)('answers %s with a component of fit .7 or more', (construct) => {
    expect(componentIds.some((id) => fitOf(id, construct) >= 0.7)).toBe(true)
  })

  it.each(constructIds.filter((id) => constructOf(id).domain === 'work'))(
    'answers %s at its source, with a primary component of fit .6 or more',
    (construct) => {
      expect(
        componentIds.some((id) => isPrimary(id) && fitOf(id, construct) >= 0.6),
      ).toBe(true)
    },
  )

  it('lets nothing but primary components fit a need of the work by more than .3', () => {
    const work = constructIds.filter((id) => constructOf(id).domain === 'work')

    for (const id of componentIds.filter((one) => !isPrimary(one))) {
      for (const construct of work) expect(fitOf(id, construct)).toBeLessThanOrEqual(0.3)
    }
  })

  it('keeps fits, evidence and cost within their ranges', () => {
    const values = { A: 0.9, B: 0.75, C: 0.55, D: 0.35, E: 0.2 }

    for (const id of componentIds) {
      const { evidence, evidenceValue, relativeCost, fits } = componentOf(id)
      expect(evidenceValue).toBe(values[evidence])
      expect([1, 2, 3, 4, 5]).toContain(relativeCost)
      expect(Object.values(fits).every((fit) => fit > 0 && fit <= 1)).toBe(true)
    }
  })

  it('has a component for every kind of help a person can wish for', () => {
    const offered = new Set(componentIds.map((id) => componentOf(id).family))

    for (const family of families) expect(offered).toContain(family)
  })

  it('lets mediation and couples counselling answer no need of harm', () => {
    for (const harm of ['work.harass', 'work.violence', 'soc.safety'] as const) {
      expect(fitOf('mediation_early', harm)).toBe(0)
      expect(fitOf('counselling_couples_family', harm)).toBe(0)
    }
  })
})
