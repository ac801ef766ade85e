import { describe, expect, it } from 'vitest'
import { audiences } from '#analysis/recommendation/audiences.ts'
import { entryOf, notesOn } from '#analysis/recommendation/catalogue.ts'
import { type ComponentId, componentIds } from '#analysis/recommendation/components.ts'
import { credentials } from '#analysis/recommendation/credentials.ts'
import { modes } from '#analysis/recommendation/delivery.ts'
import { dutyNotes, dutySentences } from '#analysis/recommendation/duty-notes.ts'
import { evidenceSources, sourceIds } from '#analysis/recommendation/evidence-sources.ts'
import { measureIds, measures } from '#analysis/recommendation/measures.ts'
import { providers } from '#analysis/recommendation/providers.ts'
import { routes } from '#analysis/recommendation/routes.ts'
import { standardIds } from '#analysis/recommendation/standards.ts'
import { type ConstructId, constructOf } from '#surveys/constructs.ts'
import { gettingHelp } from '#surveys/modules/getting-help.ts'

const notes = Object.values(dutyNotes).flat()

const idsWhere = (
  holds: (entry: ReturnType<typeof entryOf>) => boolean,
): readonly ComponentId[] => componentIds.filter((id) => holds(entryOf(id)))

/** Everything a list of the entries uses, once and sorted. */
const usedIn = (
  list: (entry: ReturnType<typeof entryOf>) => readonly string[],
): readonly string[] =>
  [...new Set(componentIds.flatMap((id) => list(entryOf(id))))].toSorted()

describe.each(componentIds)('the entry of %s', (id) => {
  const entry = entryOf(id)

  it('says for whom, how to get it, how it is given, by whom and what to ask them', () => {
    expect(entry.audiences).not.toEqual([])
    expect(entry.routes).not.toEqual([])
    expect(entry.modes).not.toEqual([])
    expect(entry.providers).not.toEqual([])
    expect(entry.credentials).not.toEqual([])
  })

  it('has a measure, a source and a date to look at it again', () => {
    expect(entry.measures).not.toEqual([])
    expect(entry.sources).not.toEqual([])
    expect(entry.reviewMonths).toBeGreaterThan(0)
  })

  it('names nothing twice', () => {
    const { audiences, routes, modes, providers, credentials, measures } = entry
    const lists: readonly (readonly string[])[] = [
      audiences,
      routes,
      modes,
      providers,
      credentials,
      measures,
      entry.sources,
      entry.standards,
    ]

    for (const list of lists) expect(new Set(list).size).toBe(list.length)
  })
})

describe('the closed lists of the catalogue', () => {
  it('hold nothing that no component uses', () => {
    expect(usedIn((entry) => entry.audiences)).toEqual(audiences.toSorted())
    expect(usedIn((entry) => entry.routes)).toEqual(routes.toSorted())
    expect(usedIn((entry) => entry.modes)).toEqual(modes.toSorted())
    expect(usedIn((entry) => entry.providers)).toEqual(providers.toSorted())
    expect(usedIn((entry) => entry.credentials)).toEqual(credentials.toSorted())
    expect(usedIn((entry) => entry.measures)).toEqual(measureIds.toSorted())
    expect(usedIn((entry) => entry.sources)).toEqual(sourceIds.toSorted())
    expect(usedIn((entry) => entry.standards)).toEqual(standardIds.toSorted())
  })

  it('call ways of help what the questionnaire calls them', () => {
    const items = gettingHelp.sections.flatMap((section) => section.items)
    const asked = items.find(({ id }) => id === 'wanted-ways')?.format
    const options: readonly string[] = asked?.kind === 'any-of' ? asked.options : []

    expect(options).toEqual(
      expect.arrayContaining(modes.filter((id) => id !== 'at-work')),
    )
  })
})

describe('the doors', () => {
  it('open for the family wherever the family is meant, and nowhere else', () => {
    const byFamily = idsWhere(({ routes }) => routes.includes('family'))
    const forFamily = idsWhere(({ audiences }) => audiences.includes('family'))

    // Nobody applies for rules of confidentiality; they protect the family too.
    expect(byFamily).toEqual(forFamily.filter((id) => id !== 'governance_privacy'))
  })

  it('lead from no manager to the crisis line or to help against abuse at home', () => {
    for (const id of ['crisis_line', 'domestic_abuse'] as const) {
      const { routes } = entryOf(id)

      expect(routes).not.toContain('manager-suggestion')
      expect(routes).not.toContain('formal-referral')
      expect(routes).not.toContain('er-referral')
    }
  })

  it('keep away from help against abuse whoever may do the harm', () => {
    expect(entryOf('domestic_abuse').routes).not.toContain('family')
    expect(entryOf('domestic_abuse').audiences).not.toContain('family')
  })

  it('keep reports and confidential help apart', () => {
    const { routes } = entryOf('dignity_harassment')

    expect(idsWhere((entry) => entry.routes.includes('report-channel'))).toEqual([
      'dignity_harassment',
    ])
    for (const door of ['phone', 'portal', 'eap-referral'] as const) {
      expect(routes).not.toContain(door)
    }
  })
})

describe('the measures', () => {
  it('set no target for use alone', () => {
    for (const id of measureIds.filter((one) => measures[one].of === 'use')) {
      expect(measures[id].target).toBeNull()
    }
  })

  it.each([
    ['answered-in-time', { atMost: 60 }],
    ['callers-giving-up', { below: 5 }],
    ['first-appointment', { atMost: 5 }],
    ['choice-offered', { atLeast: 90 }],
    ['reached', { atLeast: 80 }],
    ['quiz-passed', { atLeast: 80 }],
    ['complaints-closed', { atMost: 30 }],
    ['compulsory-debriefings', { atMost: 0 }],
  ] as const)('aim with %s at the planning default', (id, target) => {
    expect(measures[id].target).toEqual(target)
  })

  it('count nobody in help against abuse at home', () => {
    const kinds = entryOf('domestic_abuse').measures.map((id) => measures[id].of)

    expect(kinds.every((kind) => kind === 'process')).toBe(true)
  })

  it('ask every measure that changes work whether it was done', () => {
    for (const id of idsWhere(({ hierarchy }) => hierarchy === 1)) {
      expect(entryOf(id).measures).toContain('actions-done')
      expect(entryOf(id).measures).toContain('need-changed')
    }
  })
})

describe('the sources', () => {
  it('are named with a title and a place', () => {
    for (const id of sourceIds) {
      const { title, where, year } = evidenceSources[id]

      expect(title, id).not.toBe('')
      expect(where, id).not.toBe('')
      if (year !== null) expect(year).toBeGreaterThanOrEqual(1998)
    }
  })

  it('say that nothing was read exactly where there is no publication', () => {
    const unread = sourceIds.filter((id) => evidenceSources[id].read === 'not-read')

    expect(unread).toEqual(sourceIds.filter((id) => evidenceSources[id].kind === 'none'))
  })

  it('lend no grade A and no grade E to general knowledge alone', () => {
    const onKnowledgeAlone = idsWhere(
      ({ sources }) => sources.length === 1 && sources[0] === 'general-knowledge',
    )

    for (const id of onKnowledgeAlone)
      expect(['B', 'C', 'D']).toContain(entryOf(id).evidence)
  })

  it('back every grade A with a review', () => {
    for (const id of idsWhere(({ evidence }) => evidence === 'A')) {
      const kinds = entryOf(id).sources.map((source) => evidenceSources[source].kind)

      expect(kinds.some((kind) => kind === 'meta-analysis' || kind === 'review')).toBe(
        true,
      )
    }
  })
})

describe('the standards', () => {
  it('are each answered by a component, core functions but one by a core component', () => {
    const core = componentIds.map(entryOf).filter(({ core }) => core)
    const eapa = standardIds.filter((id) => id.startsWith('eapa-'))
    const open = eapa.filter(
      (id) => !core.some(({ standards }) => standards.includes(id)),
    )

    expect(eapa).toHaveLength(8)
    expect(open).toEqual(['eapa-insurance'])
  })

  it('have ISO 45003 for everything that changes work', () => {
    for (const id of idsWhere(({ level }) => level === 'primary')) {
      expect(entryOf(id).standards).toContain('iso-45003')
    }
  })
})

describe('the hierarchy', () => {
  it('puts primary components at levels 1 to 3', () => {
    for (const id of idsWhere(({ level }) => level === 'primary')) {
      expect(entryOf(id).hierarchy).toBeLessThanOrEqual(3)
    }
  })

  it('puts all treatment of people at level 4', () => {
    for (const id of idsWhere(({ level }) => level === 'tertiary')) {
      expect(entryOf(id).hierarchy).toBe(4)
    }
  })

  it('asks help to individuals with a need of the work to go with a change of the work', () => {
    for (const id of componentIds) {
      const { fits, hierarchy, accompaniments } = entryOf(id)
      const touched = Object.keys(fits) as ConstructId[]
      const atWork = touched.filter((one) => constructOf(one).domain === 'work')
      const wanted = hierarchy === 4 ? atWork : []

      const constructs = accompaniments.map(({ construct }) => construct)

      expect(constructs).toEqual(expect.arrayContaining(wanted))
      for (const { anyOf } of accompaniments) {
        expect(anyOf).not.toEqual([])
        for (const component of anyOf.flat()) {
          expect(entryOf(component).hierarchy).toBeLessThanOrEqual(3)
        }
      }
    }
  })

  it('counts exhaustion as a need that work causes', () => {
    expect(entryOf('digital_cbt').accompaniments).toEqual([
      { construct: 'psy.exhaustion', anyOf: [['psychosocial_redesign']] },
    ])
  })

  it('takes mediation for no change of the work by itself', () => {
    const peers = entryOf('counselling_individual').accompaniments.find(
      ({ construct }) => construct === 'work.peers',
    )

    expect(peers?.anyOf).toEqual([
      ['mediation_early', 'leader_development'],
      ['mediation_early', 'psychosocial_redesign'],
    ])
  })

  it('asks nothing more of help with private life', () => {
    for (const id of ['legal_consult', 'smoking_cessation', 'domestic_abuse'] as const) {
      expect(entryOf(id).accompaniments).toEqual([])
    }
  })
})

describe('the notes on the law', () => {
  it('use every sentence there is', () => {
    const used = new Set(notes.map(({ says }) => says))

    expect([...used].toSorted()).toEqual(dutySentences.toSorted())
  })

  it.each(['SE', 'NO', 'NL', 'RO'] as const)(
    'speak in %s of adjustments, redundancies, taxes, abuse and the duty to act',
    (country) => {
      const touched = [
        'accommodation_rtw',
        'change_outplacement',
        'hardship_help',
        'perks_recreation',
        'domestic_abuse',
        'crisis_line',
        'psychosocial_redesign',
        'dignity_harassment',
      ] as const

      for (const id of touched) expect(notesOn(id, country)).not.toEqual([])
    },
  )

  it('do not pass off as checked what nobody has looked at', () => {
    const open = ['tax-of-benefits', 'domestic-abuse', 'duty-to-act', 'ro-burnout-bill']

    for (const { says, status } of notes.filter((one) => open.includes(one.says))) {
      expect(status.kind, says).toBe('unverified')
    }
  })

  it('name the pages behind every check', () => {
    for (const { status } of notes) {
      if (status.kind !== 'checked') continue
      expect(status.month).toMatch(/^\d{4}-\d{2}$/)
      expect(status.pages).not.toBe('')
    }
  })

  it('are none where the country is not known', () => {
    expect(notesOn('psychosocial_redesign', null)).toEqual([])
  })
})
