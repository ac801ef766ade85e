import { describe, expect, it } from 'vitest'
import { componentIds } from '#analysis/recommendation/components.ts'
import { evidenceOf, evidenceSentenceOf } from '#analysis/recommendation/evidence.ts'
import { ruleSentenceOf } from '#analysis/recommendation/rule-sentences.ts'
import { analysisTexts } from '#analysis/wording.ts'

describe('the sentence on a rule', () => {
  it('says of help by default that no figure can tell, never that a level was reached', () => {
    const reached = { rule: 'R3b', construct: 'psy.gambling' } as const

    expect(ruleSentenceOf(reached, 'gambling_support')).toBe('rule.R3b')
    for (const byDefault of ['not-shown', 'not-asked', 'bound-only'] as const) {
      const sentence = ruleSentenceOf({ ...reached, byDefault }, 'gambling_support')
      expect(analysisTexts.en[sentence]).toMatch(/^Offered by default[.:]/)
    }
  })

  it('says of help to individuals with a need of the work that the cause stays', () => {
    const hazard = { rule: 'R2', construct: 'work.demands' } as const

    const beside = ruleSentenceOf(hazard, 'stress_group')

    expect(analysisTexts.en[beside]).toContain('does not remove the cause')
    expect(ruleSentenceOf(hazard, 'psychosocial_redesign')).toBe('rule.R2')
  })
})

describe('the sentence on the evidence', () => {
  it('does not speak of a missing effect where nothing was found to read', () => {
    const unstudied = componentIds.filter((id) =>
      evidenceOf[id].includes('nothing-found'),
    )

    expect(unstudied).toEqual(['concierge_daily', 'perks_recreation'])
    expect(unstudied.map(evidenceSentenceOf)).toEqual(['nothing-found', 'nothing-found'])
    expect(evidenceSentenceOf('health_coaching')).toBe('D')
  })
})
