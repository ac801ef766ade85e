import { describe, expect, it } from 'vitest'
import { assessNeeds } from '#analysis/needs/assess-needs.ts'
import { confidenceOf } from '#analysis/needs/confidence.ts'
import {
  notValidated,
  singleItems,
  type Validation,
  type ValidationStatus,
  validationOf,
  weakestItems,
} from '#analysis/needs/validation.ts'
import { noTestimony } from '#analysis/sources/testimony.ts'
import { locales } from '#surveys/locale.ts'
import { releaseOf } from '../an-organization.ts'

const recorded = { by: 'A. Researcher', on: '2027-03-31' }
const checked: ValidationStatus['translation'] = { kind: 'checked', ...recorded }
const piloted: ValidationStatus = {
  items: { kind: 'pilot-checked', ...recorded },
  translation: checked,
}
const validated: ValidationStatus = {
  items: { kind: 'validated', ...recorded },
  translation: checked,
}

const threeAgree = {
  interval: { low: 50, high: 70 },
  responseRate: 0.7,
  convergence: 'agreement',
  sources: 3,
  answered: 200,
} as const
const twoAgree = { ...threeAgree, sources: 2 }

describe('what is known of the questions', () => {
  it('is that nobody has checked them, in any language', () => {
    expect(Object.keys(notValidated)).toEqual(locales)
    expect(weakestItems(notValidated)).toBe('not-validated')
  })

  it('is as much as of the least examined language', () => {
    expect(weakestItems({ sv: validated })).toBe('validated')
    expect(weakestItems({ sv: validated, nb: piloted })).toBe('pilot-checked')
    expect(weakestItems({ ...notValidated, sv: validated })).toBe('not-validated')
    expect(weakestItems({})).toBe('not-validated')
  })

  it('counts only with a name and a day', () => {
    const nameless = { ...validated, items: { ...recorded, kind: 'validated', by: ' ' } }
    const dayless = {
      ...validated,
      translation: { ...recorded, kind: 'checked', on: '' },
    }

    expect(() => weakestItems({ sv: nameless } as Validation)).toThrow(
      'expected the name of who checked "sv", got none',
    )
    expect(() => weakestItems({ sv: dayless } as Validation)).toThrow(
      'expected the day "sv" was checked, got ""',
    )
  })
})

describe('confidence in a need', () => {
  it('is the same where nothing is said and where nothing is validated', () => {
    for (const grounds of [threeAgree, twoAgree]) {
      expect(confidenceOf({ ...grounds, items: 'not-validated' })).toBe(
        confidenceOf(grounds),
      )
    }
  })

  it('is high only after a pilot, and then where three sources agree', () => {
    expect(confidenceOf({ ...threeAgree, items: 'not-validated' })).toBe('moderate')
    expect(confidenceOf({ ...threeAgree, items: 'pilot-checked' })).toBe('high')
    expect(confidenceOf({ ...twoAgree, items: 'pilot-checked' })).toBe('moderate')
  })

  it('loses nothing for its questions once they are validated', () => {
    expect(confidenceOf({ ...twoAgree, items: 'validated' })).toBe('high')
  })

  it('stays a step lower where a single question asks', () => {
    expect(confidenceOf({ ...twoAgree, items: 'validated', isSingleItem: true })).toBe(
      'moderate',
    )
    expect([...singleItems]).toEqual(
      expect.arrayContaining(['bio.tobacco', 'work.harass', 'help.trust']),
    )
    expect(singleItems.has('work.demands')).toBe(false)
  })
})

describe('results', () => {
  const release = releaseOf(
    { 'work.demands': 0.4, 'bio.tobacco': 0.4 },
    { people: 400, answers: 380 },
  )
  const groups = { score: 65, groupsProbed: 3, groupsRaised: 3 }
  const testimony = {
    ...noTestimony,
    groups: 3,
    focusGroups: { 'work.demands': groups, 'bio.tobacco': groups },
  }
  const assessed = (validation?: Validation) =>
    assessNeeds(release, testimony, {
      seed: 'status',
      draws: 300,
      ...(validation ? { validation } : {}),
    }).needs

  it('carry what is known of the questions', () => {
    expect(assessed().validation).toEqual(notValidated)
    expect(assessed({ nl: validated }).validation).toEqual({ nl: validated })
  })

  it('are surer, and nothing else, where the questions are validated', () => {
    const before = assessed()
    const after = assessed({ nl: validated })

    const sure = ({ needs }: typeof before) =>
      needs.map(({ construct, confidence }) => [construct, confidence])
    expect(sure(before)).toEqual([
      ['work.demands', 'moderate'],
      ['bio.tobacco', 'moderate'],
    ])
    expect(sure(after)).toEqual([
      ['work.demands', 'high'],
      ['bio.tobacco', 'moderate'],
    ])
    const without = ({ needs }: typeof before) =>
      needs.map(({ confidence: _, ...rest }) => rest)
    expect(without(after)).toEqual(without(before))
  })
})

describe('recorded checks', () => {
  const pilot = { kind: 'pilot', locale: 'sv', by: 'Eva', on: '2026-11-01' } as const

  it('lift the status from a pilot of 150 that held what was planned, in its language', () => {
    const found = validationOf([{ ...pilot, people: 150, held: true }])

    expect(found.sv?.items).toEqual({
      kind: 'pilot-checked',
      by: 'Eva',
      on: '2026-11-01',
    })
    expect(found.nb?.items).toEqual({ kind: 'not-validated' })
  })

  it('change nothing where too few took part, or the plan did not hold', () => {
    const few = validationOf([{ ...pilot, people: 149, held: true }])
    const failed = validationOf([{ ...pilot, people: 500, held: false }])

    expect(few).toEqual(notValidated)
    expect(failed).toEqual(notValidated)
  })

  it('of a translation say nothing of the questions', () => {
    const read = {
      kind: 'translation',
      locale: 'ro',
      by: 'Ana',
      on: '2026-11-01',
    } as const

    expect(validationOf([read]).ro).toEqual({
      items: { kind: 'not-validated' },
      translation: { kind: 'checked', by: 'Ana', on: '2026-11-01' },
    })
  })
})
