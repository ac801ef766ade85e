import { describe, expect, it } from 'vitest'
import { assessNeeds } from '#analysis/needs/assess-needs.ts'
import { missingSources } from '#analysis/needs/missing-sources.ts'
import { findOutMore } from '#analysis/recommendation/find-out-more.ts'
import { askNext, missingInWords } from '#analysis/report/sources-in-words.ts'
import type { Testimony } from '#analysis/sources/evidence.ts'
import { noTestimony } from '#analysis/sources/testimony.ts'
import { sourceTexts } from '#analysis/sources-wording.ts'
import { analysisTexts } from '#analysis/wording.ts'
import { type ConstructId, constructIds, constructOf } from '#surveys/constructs.ts'
import { locales } from '#surveys/locale.ts'
import { releaseOf } from '../an-organization.ts'
import design from '../expected/scenarios.json' with { type: 'json' }

const surveyed = releaseOf(design.scenarios.money.prevalence, {
  people: 400,
  answers: 300,
})
/** Too few answered for any share. */
const meansOnly = releaseOf(design.scenarios.money.prevalence, {
  people: 400,
  answers: 14,
})

const rated: readonly ConstructId[] = ['work.demands', 'work.role', 'bio.msk']
const groups: Partial<Testimony> = {
  groups: 3,
  focusGroups: Object.fromEntries(
    rated.map((id) => [id, { score: 55, groupsProbed: 3, groupsRaised: 3 }]),
  ),
}
const managers: Partial<Testimony> = {
  interviews: 3,
  managerCoverage: 0.6,
  managers: Object.fromEntries(rated.map((id) => [id, { score: 55 }])),
}

/** What is missing with some of the sources. */
function missingWith(...there: readonly ('survey' | 'groups' | 'managers')[]) {
  const release = there.includes('survey') ? surveyed : meansOnly
  const testimony: Testimony = {
    ...noTestimony,
    ...(there.includes('groups') ? groups : {}),
    ...(there.includes('managers') ? managers : {}),
  }
  const { needs } = assessNeeds(release, testimony, { seed: 'sources', draws: 300 })
  return { needs, missing: missingSources(release, needs) }
}

const nothing = { heard: 0, waiting: 0 }
const english = { ...analysisTexts.en, ...sourceTexts.en }

describe('what is missing', () => {
  it.each([
    [['survey'], ['focusGroups', 'managers']],
    [['groups'], ['survey', 'managers']],
    [['managers'], ['survey', 'focusGroups']],
    [['survey', 'groups'], ['managers']],
    [['survey', 'managers'], ['focusGroups']],
    [['groups', 'managers'], ['survey']],
    [['survey', 'groups', 'managers'], []],
  ] as const)('with %j is %j, in a sentence each', (there, absent) => {
    const { missing, needs } = missingWith(...there)

    const sentences = missingInWords(
      missing,
      { focusGroups: nothing, interviews: nothing },
      english,
    )
    expect(needs.needs.length).toBeGreaterThan(0)
    expect(missing.map(({ source }) => source)).toEqual(absent)
    expect(sentences).toHaveLength(Math.max(1, absent.length))
  })

  it('costs the point of a single source, of needs that others may speak of', () => {
    const { missing, needs } = missingWith('survey')

    // All are low for being from one source; the width of some costs more than that.
    const [ofGroups, ofManagers] = missing
    expect(needs.needs.every(({ convergence }) => convergence === 'single-source')).toBe(
      true,
    )
    expect(ofGroups?.needs).toBe(
      needs.needs.filter(({ construct }) => construct !== 'soc.safety').length,
    )
    expect(ofManagers?.needs).toBe(
      needs.needs.filter(({ construct }) => constructOf(construct).managerObservable)
        .length,
    )
    expect(ofGroups?.surer).toBe(ofGroups?.needs)
  })

  it('promises nothing where no confidence would come of it', () => {
    const { missing } = missingWith('groups')

    // Without a survey nothing is more than low, whoever else is heard.
    expect(missing).toEqual([
      { source: 'survey', needs: 3, surer: null },
      { source: 'managers', needs: 3, surer: 0 },
    ])
  })
})

describe('the sentences on what is missing', () => {
  const missing = [{ source: 'focusGroups', needs: 20, surer: 12 }] as const
  const said = (heard: number, waiting: number) =>
    missingInWords(
      missing,
      { focusGroups: { heard, waiting }, interviews: nothing },
      english,
    )

  it('tell nobody from too few, and too few from silence', () => {
    expect(said(0, 0)[0]).toMatch(/^There are no focus groups\. .* 12 of 20 needs\.$/)
    expect(said(0, 2)[0]).toMatch(/^Focus groups: 2 of the 3 /)
    expect(said(4, 1)[0]).toMatch(/^There are focus groups, but no theme/)
  })

  it.each(locales)('are complete in %s', (locale) => {
    const texts = { ...analysisTexts[locale], ...sourceTexts[locale] }
    for (const source of ['survey', 'focusGroups', 'managers'] as const) {
      for (const surer of [0, 5]) {
        for (const [heard, waiting] of [
          [0, 0],
          [0, 2],
          [3, 0],
        ] as const) {
          const there = {
            focusGroups: { heard, waiting },
            interviews: { heard, waiting },
          }
          const [sentence] = missingInWords([{ source, needs: 9, surer }], there, texts)

          expect(sentence).not.toMatch(/[{}]/)
        }
      }
    }
  })
})

describe('what to ask next', () => {
  const sources = ['survey', 'focusGroups', 'managers'] as const
  const asked = constructIds.filter((id) => !constructOf(id).sensitive)

  it.each(locales)(
    'has a question and two reasons for every contradiction in %s',
    (locale) => {
      const found = asked.flatMap((construct) =>
        sources.flatMap((high) =>
          sources
            .filter((low) => low !== high)
            .map((low) =>
              askNext({ kind: 'dissonance', construct, high, low }, sourceTexts[locale]),
            ),
        ),
      )

      expect(found).toHaveLength(asked.length * 6)
      expect(found.every(({ question }) => question.endsWith('?'))).toBe(true)
      expect(found.every(({ reasons }) => new Set(reasons).size === 2)).toBe(true)
    },
  )

  it.each(locales)('tells nobody in the room who said what, in %s', (locale) => {
    const sources =
      /survey|enkät|undersøk|vragenlijst|sondaj|manager|chef|leder|leiding|șef|\d/i
    const questions = Object.entries(sourceTexts[locale]).filter(([key]) =>
      key.startsWith('sources.question.'),
    )

    expect(questions).toHaveLength(30)
    expect(questions.filter(([, sentence]) => sources.test(sentence))).toEqual([])
  })

  it('follows from who sees most of it and who least', () => {
    const { needs } = assessNeeds(
      surveyed,
      { ...noTestimony, ...managers, managers: { 'work.violence': { score: 100 } } },
      { seed: 'sources', draws: 300 },
    ).needs
    const [found] = findOutMore(needs)

    expect(found).toMatchObject({
      construct: 'work.violence',
      high: 'managers',
      low: 'survey',
    })
    expect(found && askNext(found, english).question).toBe(
      sourceTexts.en['sources.question.work.managers.survey'],
    )
  })
})
