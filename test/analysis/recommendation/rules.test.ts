import { describe, expect, it } from 'vitest'
import { assessNeeds } from '#analysis/needs/assess-needs.ts'
import type { Need } from '#analysis/needs/need.ts'
import { notesOn } from '#analysis/recommendation/catalogue.ts'
import {
  type ComponentId,
  componentIds,
  componentOf,
} from '#analysis/recommendation/components.ts'
import {
  dutiesAttached,
  noContactByAnswers,
  noDebriefing,
  notAgainstEmployer,
  notForViolence,
} from '#analysis/recommendation/conditions.ts'
import { gated, overridden, type PearlGate } from '#analysis/recommendation/decisions.ts'
import { dutyNotes } from '#analysis/recommendation/duty-notes.ts'
import { recommend } from '#analysis/recommendation/recommend.ts'
import type { RuleId, Tier } from '#analysis/recommendation/recommendation.ts'
import {
  capTiers,
  coreAlways,
  defaultReasonOf,
  harmFirst,
  hazardFirst,
  levelsReached,
  trustFirst,
} from '#analysis/recommendation/rules.ts'
import type { Facts, Verdicts } from '#analysis/recommendation/verdicts.ts'
import type { Testimony } from '#analysis/sources/evidence.ts'
import { noTestimony } from '#analysis/sources/testimony.ts'
import { type ConstructId, constructIds, constructOf } from '#surveys/constructs.ts'
import { type Prevalence, releaseOf } from '../an-organization.ts'

const everyRare = constructIds.filter((id) => constructOf(id).rare)

/** A release in which nothing is offered by default: everything rare is shown. */
const shownPrevalence: Prevalence = Object.fromEntries(everyRare.map((id) => [id, 0.2]))
const shown = releaseOf(shownPrevalence, { people: 400, answers: 260 })

const all = (tier: Tier): Verdicts =>
  new Map(componentIds.map((id) => [id, { tier, rules: [] }]))

function need(
  construct: ConstructId,
  score: number,
  reaches: Need['reaches'] = null,
): Need {
  return {
    construct,
    score,
    interval: { low: score, high: score },
    band: 'some',
    people: null,
    stressed: null,
    sources: { survey: null, focusGroups: null, managers: null },
    convergence: 'single-source',
    confidence: 'low',
    managerGap: null,
    reaches,
    targetedUnits: [],
  }
}

const factsOf = (needs: readonly Need[], more: Partial<Facts> = {}): Facts => ({
  needs: new Map(needs.map((one) => [one.construct, one])),
  release: shown,
  testimony: noTestimony,
  priorities: new Map(),
  ...more,
})

const tierIn = (verdicts: Verdicts, id: ComponentId): Tier | undefined =>
  verdicts.get(id)?.tier

const withRule = (verdicts: Verdicts, rule: RuleId): readonly ComponentId[] =>
  componentIds.filter((id) => verdicts.get(id)?.rules.some((one) => one.rule === rule))

describe('R1, core always', () => {
  it('makes the seven core components core, whatever they were', () => {
    const verdicts = coreAlways(all('not-now'))

    const core = componentIds.filter((id) => tierIn(verdicts, id) === 'core')

    expect(core).toEqual(componentIds.filter((id) => componentOf(id).core))
    expect(withRule(verdicts, 'R1')).toEqual(core)
  })
})

describe('R2, hazard first', () => {
  it('makes the best primary component a must from 45 on', () => {
    const verdicts = hazardFirst(all('not-now'), factsOf([need('work.demands', 45)]))

    expect(tierIn(verdicts, 'psychosocial_redesign')).toBe('must-address')
    expect(tierIn(verdicts, 'worktime_balance')).toBe('not-now')
  })

  it('does nothing below 45, nor for a need outside work', () => {
    const facts = factsOf([need('work.demands', 44), need('bio.sleep', 90)])

    expect(hazardFirst(all('consider'), facts)).toEqual(all('consider'))
  })

  it('marks what helps individuals: it does not remove the cause', () => {
    const verdicts = hazardFirst(all('not-now'), factsOf([need('work.balance', 60)]))

    expect(withRule(verdicts, 'R2')).toEqual([
      'counselling_individual',
      'stress_group',
      'childcare_school',
      'concierge_daily',
      'worktime_balance',
    ])
    expect(tierIn(verdicts, 'stress_group')).toBe('not-now')
  })

  it('takes mediation only together with leadership or the redesign of work', () => {
    const alone = hazardFirst(all('not-now'), factsOf([need('work.peers', 60)]))
    const both = hazardFirst(
      all('not-now'),
      factsOf([need('work.peers', 60), need('work.demands', 60)]),
    )

    expect(tierIn(alone, 'mediation_early')).toBe('must-address')
    expect(tierIn(alone, 'leader_development')).toBe('must-address')
    expect(tierIn(both, 'psychosocial_redesign')).toBe('must-address')
    expect(tierIn(both, 'leader_development')).toBe('not-now')
  })

  it('judges by the default weights where they make more of a need, or by the others', () => {
    const standard = new Map([['work.demands', 45] as const])
    const lowered = factsOf([need('work.demands', 20)], { standard })
    const raised = factsOf([need('work.demands', 45)], {
      standard: new Map([['work.demands', 20] as const]),
    })

    for (const facts of [lowered, raised]) {
      const verdicts = hazardFirst(all('not-now'), facts)

      expect(tierIn(verdicts, 'psychosocial_redesign')).toBe('must-address')
    }
  })

  it.each(constructIds.filter((id) => constructOf(id).domain === 'work'))(
    'finds a primary component for %s',
    (construct) => {
      const verdicts = hazardFirst(all('not-now'), factsOf([need(construct, 80)]))

      const must = componentIds.filter((id) => tierIn(verdicts, id) === 'must-address')
      expect(must.length).toBeGreaterThan(0)
      expect(must.every((id) => componentOf(id).level === 'primary')).toBe(true)
    },
  )
})

describe('R3, harm first', () => {
  const reached = (action: number): Need['reaches'] => ({ attention: 1, action })

  it('makes dignity a must where the action level of harassment is probably reached', () => {
    const verdicts = harmFirst(
      all('not-now'),
      factsOf([need('work.harass', 30, reached(0.5))]),
    )

    expect(tierIn(verdicts, 'dignity_harassment')).toBe('must-address')
    expect(verdicts.get('mediation_early')?.rules).toEqual([
      { rule: 'R3', construct: 'work.harass' },
    ])
    expect(tierIn(verdicts, 'mediation_early')).toBe('not-now')
  })

  it('makes the redesign of work a must where that of violence is', () => {
    const verdicts = harmFirst(
      all('not-now'),
      factsOf([need('work.violence', 30, reached(0.8))]),
    )

    expect(tierIn(verdicts, 'psychosocial_redesign')).toBe('must-address')
  })

  it('listens to focus groups', () => {
    const focusGroups = { 'work.harass': { score: 22, groupsProbed: 3, groupsRaised: 2 } }
    const testimony: Testimony = { ...noTestimony, groups: 3, focusGroups }

    const verdicts = harmFirst(all('not-now'), factsOf([], { testimony }))

    expect(tierIn(verdicts, 'dignity_harassment')).toBe('must-address')
  })

  it('hears of violence from focus groups too, whatever the survey shows', () => {
    const focusGroups = {
      'work.violence': { score: 22, groupsProbed: 3, groupsRaised: 2 },
    }
    const testimony: Testimony = { ...noTestimony, groups: 3, focusGroups }

    const verdicts = harmFirst(
      all('not-now'),
      factsOf([need('work.violence', 5, reached(0))], { testimony }),
    )

    expect(tierIn(verdicts, 'psychosocial_redesign')).toBe('must-address')
    expect(withRule(verdicts, 'R3')).toEqual(['psychosocial_redesign', 'mediation_early'])
  })

  it('does not fire below the level, nor on an upper bound', () => {
    const facts = factsOf([
      need('work.harass', 60, reached(0.45)),
      need('work.violence', 60),
    ])

    expect(harmFirst(all('not-now'), facts)).toEqual(all('not-now'))
  })
})

describe('R3b, levels reached', () => {
  it('lifts the best component to recommend at the action level, to consider below', () => {
    const verdicts = levelsReached(
      all('not-now'),
      factsOf([
        need('bio.sleep', 20, { attention: 1, action: 0.5 }),
        need('soc.legal', 20, { attention: 0.5, action: 0.2 }),
        need('bio.msk', 20, { attention: 0.45, action: 0 }),
      ]),
    )

    expect(tierIn(verdicts, 'sleep_programme')).toBe('recommend')
    expect(tierIn(verdicts, 'legal_consult')).toBe('consider')
    expect(tierIn(verdicts, 'msk_programme')).toBe('not-now')
    expect(withRule(verdicts, 'R3b')).toEqual(['sleep_programme', 'legal_consult'])
  })

  it('lowers nothing', () => {
    const facts = factsOf([need('bio.sleep', 20, { attention: 1, action: 0 })])

    expect(tierIn(levelsReached(all('recommend'), facts), 'sleep_programme')).toBe(
      'recommend',
    )
  })

  it('chooses by fit before priority', () => {
    const facts = factsOf([need('psy.lifeevent', 20, { attention: 1, action: 0 })])
    const priorities = new Map([['counselling_individual', 90] as const])

    expect(
      withRule(levelsReached(all('not-now'), { ...facts, priorities }), 'R3b'),
    ).toEqual(['life_event_support'])
  })

  it('chooses between equal fits by released priority, then by id', () => {
    const facts = factsOf([need('soc.care', 20, { attention: 1, action: 0 })])
    const priorities = new Map([['eldercare_carers', 20] as const])

    expect(withRule(levelsReached(all('not-now'), facts), 'R3b')).toEqual([
      'childcare_school',
    ])
    expect(
      withRule(levelsReached(all('not-now'), { ...facts, priorities }), 'R3b'),
    ).toEqual(['eldercare_carers'])
  })

  it('offers help for rare needs by default where nothing may be shown of them', () => {
    const small = releaseOf(shownPrevalence, { people: 120, answers: 99 })

    const verdicts = levelsReached(all('not-now'), factsOf([], { release: small }))

    expect(withRule(verdicts, 'R3b')).toEqual([
      'substance_programme',
      'gambling_support',
      'domestic_abuse',
      'psychosocial_redesign',
      'dignity_harassment',
    ])
    expect(everyRare.map((id) => defaultReasonOf(id, small))).toEqual(
      everyRare.map(() => 'not-shown'),
    )
    expect(everyRare.map((id) => defaultReasonOf(id, shown))).toEqual(
      everyRare.map(() => null),
    )
    expect(verdicts.get('gambling_support')?.rules).toEqual([
      { rule: 'R3b', construct: 'psy.gambling', byDefault: 'not-shown' },
    ])
  })

  it('offers it by default too where a bound cannot tell whether to look closer', () => {
    // "At most 4 %" of a hundred; of gambling 2 % are the level, of substances 4 %.
    const bounds = releaseOf(
      { 'psy.gambling': 0.03, 'psy.substance': 0.03 },
      { people: 150, answers: 100 },
    )
    const more = releaseOf({ 'psy.gambling': 0.01 }, { people: 400, answers: 260 })

    expect(defaultReasonOf('psy.gambling', bounds)).toBe('bound-only')
    expect(defaultReasonOf('psy.substance', bounds)).toBe(null)
    expect(defaultReasonOf('soc.safety', bounds)).toBe('not-asked')
    expect(defaultReasonOf('psy.gambling', more)).toBe(null)
  })

  it('never takes help away because a hundredth person answered', () => {
    const tiers = [99, 100, 110, 133, 134, 199, 200].map((answers) => {
      const release = releaseOf({ 'psy.gambling': 0.03 }, { people: 300, answers })
      const assessed = assessNeeds(release, noTestimony, { seed: 'a hundred' })
      const list = recommend(release, noTestimony, assessed)
      return list.find(({ component }) => component === 'gambling_support')?.tier
    })

    expect(tiers.every((tier) => tier === 'consider' || tier === 'recommend')).toBe(true)
  })

  it('offers the same by default whatever was answered', () => {
    const offered = [0, 0.2, 1].map((share) => {
      const prevalence = Object.fromEntries(everyRare.map((id) => [id, share]))
      const release = releaseOf(prevalence, { people: 120, answers: 99 })
      return levelsReached(all('not-now'), factsOf([], { release }))
    })

    expect(offered[1]).toEqual(offered[0])
    expect(offered[2]).toEqual(offered[0])
  })
})

describe('R4, trust first', () => {
  it('puts privacy and orientation before promotion from 65 on', () => {
    const facts = factsOf([need('help.trust', 65), need('help.stigma', 64)])

    const verdicts = trustFirst(all('core'), facts)

    expect(withRule(verdicts, 'R4')).toEqual(['orientation', 'governance_privacy'])
    expect(verdicts.get('orientation')?.rules).toEqual([
      { rule: 'R4', construct: 'help.trust' },
    ])
  })

  it('cannot be switched off by weights', () => {
    const standard = new Map([['help.stigma', 65] as const])

    const verdicts = trustFirst(
      all('core'),
      factsOf([need('help.stigma', 30)], { standard }),
    )

    expect(withRule(verdicts, 'R4')).toEqual(['orientation', 'governance_privacy'])
  })
})

describe('conditions that always hold', () => {
  it('R5: no help after an incident by a single debriefing', () => {
    expect(withRule(noDebriefing(all('consider')), 'R5')).toEqual(['post_incident'])
    expect(componentIds.some((id) => id.includes('debriefing'))).toBe(false)
  })

  it('R6: nobody who reaches out does so by survey answers', () => {
    expect(withRule(noContactByAnswers(all('consider')), 'R6')).toEqual([
      'case_management',
      'post_incident',
      'peer_support',
      'accommodation_rtw',
    ])
  })

  it('R7: neither couples counselling nor mediation where there is violence', () => {
    const verdicts = notForViolence(all('consider'))

    expect(verdicts.get('counselling_couples_family')?.rules).toEqual([
      { rule: 'R7', construct: 'soc.safety' },
    ])
    expect(verdicts.get('mediation_early')?.rules).toEqual([
      { rule: 'R7', construct: 'work.violence' },
    ])
  })

  it('R8: no legal advice against the employer', () => {
    expect(withRule(notAgainstEmployer(all('consider')), 'R8')).toEqual(['legal_consult'])
  })

  it('change no tier', () => {
    const verdicts = [
      noDebriefing,
      noContactByAnswers,
      notForViolence,
      notAgainstEmployer,
    ].reduce((decided, rule) => rule(decided), all('consider'))

    expect([...verdicts.values()].every(({ tier }) => tier === 'consider')).toBe(true)
  })
})

describe('R9, the gate', () => {
  const no: PearlGate = {
    reviewer: 'Staff representative',
    reason: 'The works council said no.',
    answers: { acceptable: 'no', legal: 'yes' },
  }

  it('blocks a component with one "no"', () => {
    const verdicts = gated(all('recommend'), { perks_recreation: no })

    expect(tierIn(verdicts, 'perks_recreation')).toBe('do-not-offer')
    expect(withRule(verdicts, 'R9')).toEqual(['perks_recreation'])
  })

  it('blocks nothing that is unknown', () => {
    const unknown = { ...no, answers: { acceptable: 'unknown' } as const }

    expect(gated(all('recommend'), { perks_recreation: unknown })).toEqual(
      all('recommend'),
    )
  })

  it('leaves a duty and the core where they are, and says that they are not met', () => {
    const must = gated(all('must-address'), { psychosocial_redesign: no })
    const core = gated(all('core'), { crisis_line: no })

    expect(tierIn(must, 'psychosocial_redesign')).toBe('must-address')
    expect(tierIn(core, 'crisis_line')).toBe('core')
    expect(withRule(must, 'R9')).toEqual(['psychosocial_redesign'])
  })

  it('takes no "no" without a name and a reason', () => {
    expect(() =>
      gated(all('consider'), { legal_consult: { ...no, reason: ' ' } }),
    ).toThrow(RangeError)
    expect(() =>
      gated(all('consider'), { perks_recreation: { ...no, reviewer: '' } }),
    ).toThrow('the "no" to perks_recreation')
  })
})

describe('R10, notes on the law of the country', () => {
  it.each(['SE', 'NO', 'NL', 'RO'] as const)(
    'go with everything the law of %s touches, all that changes work among it',
    (country) => {
      const noted = componentIds.filter((id) => notesOn(id, country).length > 0)
      const primary = componentIds.filter((id) => componentOf(id).level === 'primary')

      const marked = withRule(dutiesAttached(all('consider'), country), 'R10')

      expect(marked).toEqual(noted)
      expect(marked).toEqual(expect.arrayContaining(primary))
      expect(marked).toContain('accommodation_rtw')
    },
  )

  it('are not known for other countries', () => {
    expect(dutiesAttached(all('consider'), null)).toEqual(all('consider'))
  })

  it('have ids that are used once', () => {
    const ids = Object.values(dutyNotes).flatMap((notes) => notes.map(({ id }) => id))

    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('R11, the analyst', () => {
  it('may set any tier, with a reason', () => {
    const verdicts = overridden(all('not-now'), {
      legal_consult: { tier: 'recommend', reason: 'Many evictions this year.' },
    })

    expect(tierIn(verdicts, 'legal_consult')).toBe('recommend')
    expect(withRule(verdicts, 'R11')).toEqual(['legal_consult'])
  })

  it('may not without one', () => {
    expect(() =>
      overridden(all('not-now'), { legal_consult: { tier: 'recommend', reason: '  ' } }),
    ).toThrow('expected a reason for the override of legal_consult')
  })

  it('cannot weaken a duty, only object to it', () => {
    const verdicts = overridden(all('must-address'), {
      psychosocial_redesign: { tier: 'not-now', reason: 'Not this year.' },
    })

    expect(tierIn(verdicts, 'psychosocial_redesign')).toBe('must-address')
    expect(withRule(verdicts, 'R11')).toEqual(['psychosocial_redesign'])
  })
})

describe('little trust in the survey', () => {
  it('caps what scores recommend below a response rate of 30 %, or an unknown one', () => {
    expect(tierIn(capTiers(all('recommend'), 0.29), 'legal_consult')).toBe('consider')
    expect(tierIn(capTiers(all('recommend'), null), 'legal_consult')).toBe('consider')
    expect(tierIn(capTiers(all('recommend'), 0.3), 'legal_consult')).toBe('recommend')
  })

  it('caps no duty', () => {
    expect(tierIn(capTiers(all('must-address'), 0.1), 'legal_consult')).toBe(
      'must-address',
    )
  })
})
