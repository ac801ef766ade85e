import { describe, expect, it } from 'vitest'
import { disclose } from '#analysis/disclosure/disclose.ts'
import { keepUnits } from '#analysis/disclosure/reporting-units.ts'
import type { Validation } from '#analysis/needs/validation.ts'
import type { componentIds } from '#analysis/recommendation/components.ts'
import { countOf, countTable, planFor, releaseOf } from '../an-organization.ts'
import design from '../expected/scenarios.json' with { type: 'json' }
import { explained, type Given, heard, wishingRelease } from './explained.ts'

const { money, quiet, toxic } = design.scenarios
const size = { people: 400, answers: 260 }
const poisoned = releaseOf(toxic.prevalence, size)
const worried = releaseOf(money.prevalence, size)

describe('7, how well it is known to help', () => {
  it('is the grade with its sources, apart from the need', () => {
    const { grading } = explained('worktime_balance', { release: worried })

    expect(grading).toMatchObject({ grade: 'A', value: 0.9, restsOn: 'publications' })
    expect(grading.sources[0]).toMatchObject({ id: 'aust-2023', year: 2023 })
  })

  it('says where nothing was read, and where nothing was found', () => {
    const restsOn = (id: (typeof componentIds)[number]) =>
      explained(id, { release: worried }).grading.restsOn

    expect(restsOn('crisis_line')).toBe('nothing-read')
    expect(restsOn('concierge_daily')).toBe('nothing-found')
    expect(restsOn('access_intake')).toBe('publications')
  })
})

describe('8, how near the cause', () => {
  it('names what must go with it, and what is proposed of that', () => {
    const { nearCause } = explained('stress_group', { release: poisoned })

    expect(nearCause.level).toBe(4)
    const [demands] = nearCause.accompaniments.filter(
      ({ construct }) => construct === 'work.demands',
    )
    expect(demands).toMatchObject({
      band: 'considerable',
      anyOf: [['psychosocial_redesign']],
      proposed: ['psychosocial_redesign'],
    })
  })

  it('names nothing proposed where nothing is', () => {
    const release = releaseOf(quiet.prevalence, size)

    const { nearCause } = explained('stress_group', { release })

    expect(nearCause.accompaniments.map(({ proposed }) => proposed)).toContain(null)
  })

  it('needs nothing beside a change of the work', () => {
    expect(explained('worktime_balance', { release: worried }).nearCause).toEqual({
      level: 1,
      accompaniments: [],
    })
  })
})

describe('9, the conditions', () => {
  it('are what always limits it, and that it leaves the cause', () => {
    const limits = (id: (typeof componentIds)[number]) =>
      explained(id, { release: poisoned }).conditions.limits

    expect(limits('post_incident')).toEqual(
      expect.arrayContaining([
        { rule: 'R5', construct: null },
        { rule: 'R6', construct: null },
      ]),
    )
    expect(limits('legal_consult')).toEqual([{ rule: 'R8', construct: null }])
    expect(limits('stress_group')).toContainEqual({
      rule: 'R2',
      construct: 'work.demands',
    })
    expect(limits('psychosocial_redesign')).toEqual([])
    expect(limits('orientation')).toContainEqual({ rule: 'R4', construct: 'help.trust' })
  })

  it('are what it needs first, as it is told', () => {
    const requires = { digital_cbt: ['access_intake'] } as const
    const given = { release: worried, beside: { requires } }

    expect(explained('digital_cbt', given).conditions.requires).toEqual(['access_intake'])
    expect(explained('legal_consult', given).conditions.requires).toEqual([])
  })

  it('are the notes of the country, with how far they were checked', () => {
    const given = { release: worried, settings: { country: 'RO' } } as const

    const { conditions } = explained('dignity_harassment', given)

    expect(conditions.country).toBe('RO')
    expect(conditions.notes.map(({ status }) => status.kind)).toEqual([
      'unverified',
      'checked',
    ])
    expect(
      explained('dignity_harassment', { release: worried }).conditions,
    ).toMatchObject({
      country: null,
      notes: [],
    })
  })
})

describe('10, the access', () => {
  it('says who learns of it', () => {
    const confidentiality = (id: (typeof componentIds)[number]) =>
      explained(id, { release: worried }).access.confidentiality

    expect(confidentiality('counselling_individual')).toBe('program')
    expect(confidentiality('case_management')).toBe('program')
    expect(confidentiality('accommodation_rtw')).toBe('employer')
    expect(confidentiality('dignity_harassment')).toBe('inquiry')
    expect(confidentiality('orientation')).toBe('open')
  })
})

describe('11, the evaluation', () => {
  it('has no target for use where trust comes first', () => {
    expect(explained('orientation', { release: poisoned }).evaluation.hasTrustFirst).toBe(
      true,
    )
    expect(explained('orientation', { release: worried }).evaluation.hasTrustFirst).toBe(
      false,
    )
  })
})

describe('12, the decisions', () => {
  const no = {
    reviewer: 'Works council',
    reason: 'Not now.',
    answers: { acceptable: 'no' },
  } as const

  it('are nobody’s at first', () => {
    expect(explained('digital_cbt', { release: worried }).decision).toEqual({
      gate: null,
      override: null,
      decided: null,
    })
  })

  it('are a reviewer’s, who blocks a service but not a duty', () => {
    const gates = { digital_cbt: no, psychosocial_redesign: no }
    const given = { release: worried, settings: { gates } }

    expect(explained('digital_cbt', given)).toMatchObject({
      tier: 'do-not-offer',
      headline: { reason: { kind: 'gate' } },
      decision: { gate: { reviewer: 'Works council', effect: 'blocked' } },
    })
    expect(explained('psychosocial_redesign', given)).toMatchObject({
      tier: 'must-address',
      decision: { gate: { effect: 'unmet' } },
    })
  })

  it('are an analyst’s, with the reason', () => {
    const overrides = {
      legal_consult: { tier: 'not-now', reason: 'A union offers it.' },
      crisis_line: { tier: 'not-now', reason: 'There is one already.' },
    } as const
    const given = { release: worried, settings: { overrides } }

    expect(explained('legal_consult', given)).toMatchObject({
      tier: 'not-now',
      headline: { reason: { kind: 'analyst' } },
      decision: { override: { ...overrides.legal_consult, effect: 'set' } },
    })
    expect(explained('crisis_line', given)).toMatchObject({
      tier: 'core',
      decision: { override: { effect: 'objection' } },
    })
  })

  it('leave out a “no” that was never said', () => {
    const gates = { digital_cbt: { ...no, answers: { acceptable: 'unknown' } as const } }

    expect(
      explained('digital_cbt', { release: worried, settings: { gates } }).decision.gate,
    ).toBeNull()
  })

  it('are what the program makes of it', () => {
    const decided = { by: 'HR', adopted: true, reason: '' }
    const given = { release: worried, beside: { decisions: { digital_cbt: decided } } }

    expect(explained('digital_cbt', given).decision.decided).toEqual(decided)
  })
})

describe('13, what is not known', () => {
  const kinds = (given: Given, id = 'stress_group' as const) =>
    explained(id, given).unknowns.map((unknown) =>
      unknown.kind === 'data' ? unknown.situation : unknown.kind,
    )

  it('is what a single source says, what was passed over, what is contradicted', () => {
    const given = {
      release: worried,
      testimony: heard({ 'psy.exhaustion': 0, 'psy.distress': 10, 'work.demands': 5 }),
    }

    const { unknowns } = explained('stress_group', given)

    expect(unknowns).toContainEqual({ kind: 'silence', constructs: ['psy.exhaustion'] })
    expect(unknowns).toContainEqual({
      kind: 'sensitive-dissonance',
      constructs: ['psy.distress'],
    })
    expect(unknowns).toContainEqual({
      kind: 'find-out-more',
      on: {
        kind: 'dissonance',
        construct: 'work.demands',
        high: 'survey',
        low: 'focusGroups',
      },
    })
    expect(unknowns).toContainEqual({
      kind: 'single-source',
      constructs: ['work.balance'],
    })
  })

  it('is the response, where it is low or unknown', () => {
    const low = releaseOf(money.prevalence, { people: 1000, answers: 260 })
    const plan = planFor(keepUnits([{ id: 'a', name: 'A', parent: null }]), ['bio.sleep'])
    const unknown = disclose(
      plan,
      countTable({ a: 300 }, { 'bio.sleep': { a: countOf(300, 0.8) } }),
    )

    expect(kinds({ release: low })).toContain('low-response')
    expect(kinds({ release: unknown })).toContain('unknown-response')
    expect(kinds({ release: worried })).not.toContain('low-response')
  })

  it('is how far the questions were examined', () => {
    const recorded = { by: 'A', on: '2027-01-31' }
    const validation: Validation = {
      en: {
        items: { kind: 'validated', ...recorded },
        translation: { kind: 'not-checked' },
      },
      sv: {
        items: { kind: 'pilot-checked', ...recorded },
        translation: { kind: 'not-checked' },
      },
    }

    const { unknowns } = explained('stress_group', {
      release: worried,
      needSettings: { validation },
    })

    expect(unknowns).toContainEqual({ kind: 'pilot-only', locales: ['sv'] })
    expect(unknowns).toContainEqual({ kind: 'translation-not-checked', locales: ['sv'] })
    expect(unknowns.map(({ kind }) => kind)).not.toContain('not-validated')
  })

  it('is whether people would use it', () => {
    expect(kinds({ release: worried })).toContain('wish-unknown')
    const asked = wishingRelease(money.prevalence, { stress_sleep_group: 60 })
    expect(kinds({ release: asked })).not.toContain('wish-unknown')
  })
})
