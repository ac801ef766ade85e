import { describe, expect, it } from 'vitest'
import { background } from '#surveys/background.ts'
import { core } from '#surveys/catalogue.ts'
import { constructIds } from '#surveys/constructs.ts'
import { focusGroupForm } from '#surveys/focus-group-form.ts'
import { locales } from '#surveys/locale.ts'
import { managerInterviewForm } from '#surveys/manager-interview-form.ts'
import { withInterviewTexts } from '#surveys/manager-interview-wording.ts'
import { itemsOf, optionKey, optionsOf } from '#surveys/questionnaire.ts'
import { surveyTexts } from '#surveys/wording.ts'

const questions = itemsOf(core)
const ofBackground = new Set(background.sections.flatMap(({ items }) => items))

describe('the core questionnaire', () => {
  it('asks 54 questions, three more on three branches, and three on background', () => {
    const asked = questions.filter((item) => !ofBackground.has(item))

    expect(asked.filter(({ shownWhen }) => !shownWhen)).toHaveLength(54)
    expect(asked.filter(({ shownWhen }) => shownWhen).map(({ id }) => id)).toEqual([
      'nicotine-help',
      'care-and-job',
      'care-alone',
    ])
    expect(ofBackground.size).toBe(3)
  })

  it('has blocks A to F in their order, and background last', () => {
    expect(core.parts.map(({ id }) => id)).toEqual([
      'body',
      'mind',
      'life',
      'work',
      'getting-help',
      'effects',
      'background',
    ])
  })

  it('has as many items for each construct as the blueprint says', () => {
    const counts = Object.fromEntries(
      constructIds.map((id) => [
        id,
        questions.filter(({ construct }) => construct === id).length,
      ]),
    )

    expect(counts).toEqual({
      'bio.sleep': 3,
      'bio.msk': 2,
      'bio.lifestyle': 1,
      'bio.tobacco': 1,
      'bio.chronic': 1,
      'psy.distress': 4,
      'psy.exhaustion': 3,
      'psy.substance': 1,
      'psy.gambling': 1,
      'psy.lifeevent': 1,
      'soc.relations': 2,
      'soc.care': 2,
      'soc.finance': 2,
      'soc.legal': 1,
      'soc.support': 2,
      'soc.safety': 0,
      'work.demands': 3,
      'work.control': 2,
      'work.leader': 2,
      'work.peers': 2,
      'work.role': 2,
      'work.change': 2,
      'work.reward': 1,
      'work.balance': 2,
      'work.harass': 1,
      'work.violence': 1,
      'help.aware': 1,
      'help.trust': 1,
      'help.stigma': 2,
      'help.access': 1,
    })
  })

  it('turns round exactly the items that say something good', () => {
    expect(questions.filter(({ reversed }) => reversed).map(({ id }) => id)).toEqual([
      'moved-enough',
      'someone-to-talk-to',
      'influence',
      'adjust-hours',
      'help-from-manager',
      'manager-noticed',
      'team-helped',
      'clear-tasks',
      'work-valued',
      'know-where',
      'stays-private',
    ])
  })

  it('asks nothing by free text, which could name people', () => {
    const kinds = new Set(questions.map(({ format }) => format.kind))

    expect([...kinds].toSorted()).toEqual([
      'agreement',
      'any-of',
      'frequency',
      'one-of',
      'whole-number',
    ])
  })
})

describe.each([
  ['the core questionnaire', core],
  ['the focus-group form', focusGroupForm],
  ['the interview form', managerInterviewForm],
])('%s', (_, questionnaire) => {
  const items = itemsOf(questionnaire)

  it('has no id twice', () => {
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
  })

  it('branches only on an earlier item, to options it has', () => {
    const place = new Map(items.map(({ id }, index) => [id, index]))

    for (const { id, shownWhen } of items) {
      if (!shownWhen) continue
      const earlier = items[place.get(shownWhen.item) ?? -1]
      expect(place.get(shownWhen.item), id).toBeLessThan(place.get(id) ?? -1)
      expect(earlier && optionsOf(earlier.format), id).toEqual(
        expect.arrayContaining([...shownWhen.isAnyOf]),
      )
    }
  })

  it.each(locales)('has words for every question, option and part in %s', (locale) => {
    const texts = withInterviewTexts(surveyTexts[locale], locale)
    const keys = [
      ...questionnaire.parts.map(({ id }) => `part.${id}`),
      ...questionnaire.parts.flatMap(({ sections }) =>
        sections.flatMap(({ leadId }) => (leadId ? [`lead.${leadId}`] : [])),
      ),
      ...items.map(({ id, titleKey }) => titleKey ?? `item.${id}`),
      ...items.flatMap((item) =>
        optionsOf(item.format).map((option) => optionKey(item, option)),
      ),
    ]

    expect(keys.filter((key) => !texts[key])).toEqual([])
  })
})
