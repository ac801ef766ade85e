import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Release } from '#analysis/disclosure/disclosed.ts'
import { withChanges } from '#analysis/needs/tenant-parameters.ts'
import type { Validation } from '#analysis/needs/validation.ts'
import {
  type ComponentId,
  componentIds,
  componentOf,
} from '#analysis/recommendation/components.ts'
import { type Explanation, explain } from '#analysis/recommendation/explanation.ts'
import { explanationInWords } from '#analysis/report/explanation-in-words.ts'
import {
  type ExplanationPart,
  explanationParts,
} from '#analysis/report/explanation-parts.ts'
import { explanationVoice } from '#analysis/report/explanation-voice.ts'
import { constructIds, constructOf } from '#surveys/constructs.ts'
import { type Locale, locales } from '#surveys/locale.ts'
import { families } from '#surveys/modules/getting-help.ts'
import { releaseOf } from '../an-organization.ts'
import design from '../expected/scenarios.json' with { type: 'json' }
import {
  contextOf,
  explained,
  type Given,
  heard,
  wishingRelease,
} from '../recommendation/explained.ts'

const { money, toxic } = design.scenarios
const size = { people: 400, answers: 260 }
const worried = releaseOf(money.prevalence, size)

const partOf = (
  part: ExplanationPart,
  explanation: Explanation,
  locale: Locale = 'en',
): readonly string[] => explanationInWords(part, explanation, explanationVoice(locale))

const spoken = (
  part: ExplanationPart,
  id: ComponentId,
  given: Given,
  locale: Locale = 'en',
): string => partOf(part, explained(id, given), locale).join(' ')

const everyPart = (explanation: Explanation, locale: Locale): readonly string[] =>
  explanationParts.flatMap((part) => partOf(part, explanation, locale))

/** What no reader may see: a gap in the code, or a place nobody filled. */
const broken = /undefined|NaN|null|Infinity|\[object|\{\w+\}|\.\.|\s[.,;:]/

describe('an explanation in words', () => {
  const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null })
  const scores = fc.dictionary(
    fc.constantFrom(...constructIds),
    fc.integer({ min: 0, max: 20 }).map((step) => 5 * step),
  )
  const anyGiven = fc
    .record({
      people: fc.constantFrom(20, 30, 60, 120, 400),
      rate: fc.double({ min: 0.15, max: 1, noNaN: true }),
      shares: fc.array(share, {
        minLength: constructIds.length,
        maxLength: constructIds.length,
      }),
      chosen: fc.dictionary(
        fc.constantFrom(...families),
        fc.double({ min: 0, max: 1, noNaN: true }),
      ),
      isWishAsked: fc.boolean(),
      groups: scores,
      managers: scores,
      country: fc.constantFrom('SE', 'NO', 'NL', 'RO', null),
    })
    .map(
      ({
        people,
        rate,
        shares,
        chosen,
        isWishAsked,
        groups,
        managers,
        country,
      }): Given => {
        const answers = Math.max(1, Math.round(people * rate))
        const prevalence = Object.fromEntries(
          constructIds.map((id, index) => [id, shares[index] ?? null]),
        )
        const wishes = Object.fromEntries(
          Object.entries(chosen).map(([family, part]) => [
            family,
            Math.round(part * answers),
          ]),
        )
        return {
          release: isWishAsked
            ? wishingRelease(prevalence, wishes, { people, answers })
            : releaseOf(prevalence, { people, answers }),
          testimony: heard(groups, managers),
          needSettings: { draws: 40 },
          ...(country ? { settings: { country } } : {}),
        }
      },
    )

  it('is whole in every language, whatever was released and heard', () => {
    fc.assert(
      fc.property(anyGiven, fc.nat(), (given, chosen) => {
        const context = contextOf(given)
        const { recommendations } = context
        const some = [0, 7, 14, 21, 28].flatMap(
          (offset) => recommendations[(chosen + offset) % recommendations.length] ?? [],
        )

        for (const one of some) expectWhole(explain(one, context))
      }),
      { numRuns: 25 },
    )
  })

  it('never gives a number for a share that is hidden', () => {
    fc.assert(
      fc.property(anyGiven, fc.constantFrom(...componentIds), (given, id) => {
        const explanation = explained(id, given)

        for (const need of explanation.needs) expectHiddenAsReleased(need, given.release)
        expectWishAsReleased(explanation, given.release)
        if (explanation.needs.every(({ kind }) => kind === 'missing')) {
          expectNoNumber('needs', explanation)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('says the same of two organizations that differ in hidden figures only', () => {
    const rare = constructIds.filter((id) => constructOf(id).rare)
    const [few, many] = [0.02, 0.6].map((hidden) => {
      const prevalence = {
        ...money.prevalence,
        ...Object.fromEntries(rare.map((id) => [id, hidden])),
      }
      return contextOf({ release: releaseOf(prevalence, { people: 120, answers: 90 }) })
    })
    if (!few || !many) throw new RangeError('expected two organizations')

    for (const [index, one] of few.recommendations.entries()) {
      const other = many.recommendations[index]
      if (!other) throw new RangeError('expected as many recommendations')
      expect(explain(one, few)).toEqual(explain(other, many))
    }
  })
})

function expectWhole(explanation: Explanation): void {
  for (const locale of locales) {
    for (const part of explanationParts) {
      const sentences = partOf(part, explanation, locale)
      expect(sentences.length).toBeGreaterThan(0)
      expect(sentences.map((sentence) => sentence.trim())).toEqual(sentences)
      expect(sentences.filter((sentence) => broken.test(sentence))).toEqual([])
    }
  }
}

function expectNoNumber(part: ExplanationPart, explanation: Explanation): void {
  for (const locale of locales) {
    expect(partOf(part, explanation, locale).join('')).not.toMatch(/\d/)
  }
}

function expectHiddenAsReleased(
  need: Explanation['needs'][number],
  { constructs }: Release,
): void {
  const figure = constructs[need.construct]?.organization.shareElevated
  if (figure?.kind !== 'hidden') return
  if (need.kind === 'missing') expect(need.reason).toBe('not-shown')
  else expect(need.share).toEqual({ kind: 'not-shown' })
}

function expectWishAsReleased(explanation: Explanation, { wanted }: Release): void {
  const { family } = componentOf(explanation.component)
  if (family === null || wanted[family]?.kind !== 'hidden') return
  expect(explanation.feltNeed).toEqual({ kind: 'not-shown', family })
  expect(explanation.arithmetic.isWishAssumed).toBe(true)
  expectNoNumber('feltNeed', explanation)
}

describe('every branch', () => {
  const validation: Validation = {
    sv: {
      items: { kind: 'pilot-checked', by: 'A', on: '2027-01-31' },
      translation: { kind: 'not-checked' },
    },
  }
  const no = {
    reviewer: 'Works council',
    reason: 'Not now.',
    answers: { legal: 'no' },
  } as const
  const decided: Given = {
    release: releaseOf(toxic.prevalence, size),
    testimony: heard(
      { 'work.peers': 0, 'psy.distress': 5, 'help.trust': 5 },
      { 'work.change': 95, 'work.role': 5 },
    ),
    needSettings: {
      validation,
      parameters: withChanges([{ kind: 'burden-scale', to: 0.4, reason: 'Agreed.' }]),
    },
    settings: {
      country: 'NL',
      gates: { digital_cbt: no, psychosocial_redesign: no },
      overrides: {
        legal_consult: { tier: 'not-now', reason: 'A union offers it.' },
        crisis_line: { tier: 'not-now', reason: 'There is one.' },
      },
    },
    beside: {
      requires: { sleep_programme: ['access_intake', 'orientation'] },
      paraphrases: { 'bio.sleep': 'Nights are short.' },
      decisions: {
        sleep_programme: { by: 'HR', adopted: true, reason: '' },
        legal_consult: { by: 'HR', adopted: false, reason: 'Later.' },
      },
    },
  }

  it.each(locales)('has whole sentences in %s', (locale) => {
    const context = contextOf(decided)

    for (const recommendation of context.recommendations) {
      for (const sentence of everyPart(explain(recommendation, context), locale)) {
        expect(sentence).not.toMatch(broken)
      }
    }
  })

  it('is said where it applies', () => {
    const says = (part: ExplanationPart, id: ComponentId): string =>
      spoken(part, id, decided)

    expect(says('headline', 'psychosocial_redesign')).toContain(
      'is judged by the default weights too',
    )
    expect(says('headline', 'digital_cbt')).toContain('A named reviewer said no.')
    expect(says('headline', 'legal_consult')).toContain(
      'Decided against the recommendation',
    )
    expect(says('headline', 'dignity_harassment')).toContain('Acting on them is a duty')
    expect(says('sources', 'sleep_programme')).toContain(
      'In other words: Nights are short.',
    )
    expect(says('conditions', 'sleep_programme')).toContain(
      'It needs first: “One number to call” and “Orientation”.',
    )
    expect(says('decision', 'digital_cbt')).toBe(
      'Works council said no. Reason: Not now. Therefore it is not offered as planned.',
    )
    expect(says('decision', 'psychosocial_redesign')).toContain('counts as not met')
    expect(says('decision', 'crisis_line')).toContain('An analyst wanted “Not now”.')
    expect(says('decision', 'legal_consult')).toBe(
      'An analyst decided on “Not now”. Reason: A union offers it. HR left it out of the program. Reason: Later.',
    )
    expect(says('decision', 'sleep_programme')).toBe('HR took it into the program.')
    expect(says('unknowns', 'sleep_programme')).toContain('checked in a pilot')
    expect(says('unknowns', 'sleep_programme')).toContain('changed weights of the method')
    expect(says('evaluation', 'orientation')).toContain('Look at it again 6 months')
  })

  it('asks a question about what sources contradict each other on, unless it is sensitive', () => {
    const given = {
      release: worried,
      testimony: heard({ 'work.demands': 5, 'psy.distress': 5 }, { 'work.change': 95 }),
    }

    expect(spoken('unknowns', 'stress_group', given)).toContain(
      'Find out more about “Workload and pace”. Many say it in the survey, but the groups hardly spoke of it. Ask: What about this do people here say only in private, and what would change that?',
    )
    expect(spoken('unknowns', 'stress_group', given)).toContain(
      'It is sensitive, so nobody is asked again: Worry and low mood.',
    )
    expect(spoken('sources', 'stress_group', given)).not.toContain(
      'The sources contradict each other: find out more before deciding. Exhaustion',
    )
    expect(spoken('unknowns', 'change_outplacement', given)).toContain(
      'What has been tried already, and for whom has it become better?',
    )
  })

  it('has every pair of sources that can contradict each other', () => {
    const two = (high: 'groups' | 'managers'): Given => ({
      release: releaseOf({}, size),
      testimony:
        high === 'groups'
          ? heard({ 'work.role': 90 }, { 'work.role': 10 })
          : heard({ 'work.role': 10 }, { 'work.role': 90 }),
    })
    const low = releaseOf({ ...money.prevalence, 'work.role': 0.01 }, size)
    const high = releaseOf({ ...money.prevalence, 'work.role': 0.9 }, size)
    const all: readonly Given[] = [
      two('groups'),
      two('managers'),
      { release: low, testimony: heard({ 'work.role': 90 }) },
      { release: low, testimony: heard({}, { 'work.role': 90 }) },
      { release: high, testimony: heard({ 'work.role': 10 }) },
      { release: high, testimony: heard({}, { 'work.role': 10 }) },
    ]

    for (const locale of locales) {
      const questions = all.map((given) =>
        spoken('unknowns', 'psychosocial_redesign', given, locale),
      )
      expect(new Set(questions).size).toBe(6)
      for (const question of questions) expect(question).not.toMatch(broken)
    }
  })
})

describe('small and missing data in words', () => {
  it('names the limit, and what to do instead', () => {
    const of = (people: number, answers: number): string =>
      spoken('unknowns', 'sleep_programme', {
        release: releaseOf(money.prevalence, { people, answers }),
      })

    expect(of(24, 20)).toContain(
      'Fewer than 25 people work here, so the survey does not count. Take the core, and choose the rest by talking with your people.',
    )
    expect(of(60, 9)).toContain('Too few answered for any figure.')
    expect(of(60, 18)).toContain('Fewer than 20 answered, so there are mean values')
    expect(of(60, 28)).toContain('Fewer than 30 answered.')
    expect(of(120, 90)).toContain(
      'Fewer than 100 answered. Nothing is shown of rare needs',
    )
    expect(of(1000, 260)).toContain(
      'Fewer than 30 of 100 answered, and the others may differ.',
    )
    expect(of(400, 260)).toContain('Only the survey speaks.')
  })

  it('speaks of themes where there was no survey, and of no share at all', () => {
    const given = {
      release: releaseOf({}, size),
      testimony: heard({ 'bio.sleep': 60, 'psy.exhaustion': 40 }),
    }

    for (const locale of locales) {
      const parts: readonly ExplanationPart[] = [
        'headline',
        'needs',
        'sources',
        'feltNeed',
        'unknowns',
      ]
      for (const part of parts) {
        expect(spoken(part, 'sleep_programme', given, locale), part).not.toContain('%')
      }
    }
    expect(spoken('needs', 'sleep_programme', given)).toContain(
      'It is a theme that came up',
    )
    expect(spoken('unknowns', 'sleep_programme', given)).toContain('There was no survey.')
  })
})

describe('where none of its needs could be rated', () => {
  const given: Given = { release: releaseOf({}, size) }

  it('computes nothing and says so', () => {
    const nothing = 'No need could be rated, so there is nothing to compute.'

    expect(spoken('arithmetic', 'domestic_abuse', given)).toBe(nothing)
    expect(spoken('firmness', 'domestic_abuse', given)).toContain(nothing)
    expect(spoken('firmness', 'domestic_abuse', given)).not.toMatch(/\d/)
  })

  it('does not speak of the size of a group where nobody was asked', () => {
    const small = releaseOf({ 'soc.safety': 0.1 }, { people: 60, answers: 40 })

    expect(spoken('headline', 'domestic_abuse', given)).toContain('Nobody was asked')
    expect(spoken('headline', 'domestic_abuse', { release: small })).toContain(
      'may not be shown in a group of this size',
    )
  })
})

describe('the two statements on confidence', () => {
  it('stand apart: how sure the need is, and how well the component helps', () => {
    const needs = spoken('needs', 'worktime_balance', { release: worried })
    const grading = spoken('grading', 'worktime_balance', { release: worried })

    expect(needs).toContain('That the need exists: not sure.')
    expect(needs).not.toContain('Grade')
    expect(grading).toContain('Grade A. Strong: several reviews of trials agree.')
    expect(grading).not.toContain('not sure')
    expect(grading).toContain('They are never made into one.')
  })
})

describe('the arithmetic in words', () => {
  it('comes to the priority when one follows it', () => {
    const text = spoken('arithmetic', 'financial_counselling', { release: worried })
    const numbers = (label: string): readonly number[] => {
      const line = text.match(new RegExp(`${label}: ([^A-Za-z]*)`))?.[1] ?? ''
      return [...line.matchAll(/\d+(\.\d+)?/g)].map(([one]) => Number(one))
    }

    const [match = 0, byEvidence = 0, byWish = 0, priority = -1] = numbers('Priority')

    expect(match * byEvidence * byWish).toBeCloseTo(priority, 0)
    const [w1 = 0, m1 = 0, w2 = 0, m2 = 0, sum = -1] = numbers('Match')
    expect(w1 * m1 + w2 * m2).toBeCloseTo(sum, 2)
    expect(sum).toBe(match)
  })

  it('writes numbers as the language does', () => {
    const given = { release: worried }

    expect(spoken('arithmetic', 'financial_counselling', given, 'sv')).toMatch(/0,7 × /)
    expect(spoken('arithmetic', 'financial_counselling', given, 'en')).toMatch(/0\.7 × /)
  })
})
