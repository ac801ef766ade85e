import { describe, expect, it } from 'vitest'
import { padAnswers } from '#surveys/ballot/padded-answers.ts'
import { core } from '#surveys/catalogue.ts'
import {
  composeQuestionnaire,
  nothingBeside,
  onSharedDevice,
  questionsOfManifest,
} from '#surveys/compose.ts'
import { constructOf } from '#surveys/constructs.ts'
import { locales } from '#surveys/locale.ts'
import { textsBeside } from '#surveys/module-wording.ts'
import { type ModuleId, moduleIds, optionalModules } from '#surveys/optional-modules.ts'
import { areInAll, type OwnQuestion, ownWords } from '#surveys/own-question.ts'
import { type Answer, type Item, itemsOf, optionsOf } from '#surveys/questionnaire.ts'
import { compileReader } from '#surveys/read-answers.ts'
import { surveyJson } from '#surveys/survey-json.ts'
import { minutesFor } from '#surveys/time-estimate.ts'

const own: readonly OwnQuestion[] = [
  {
    id: 'own-1',
    format: 'agreement',
    title: { en: 'The canteen is good.' },
    options: [],
  },
  { id: 'own-2', format: 'yes-no', title: { en: 'Do you cycle to work?' }, options: [] },
  {
    id: 'own-3',
    format: 'one-of',
    title: { en: 'When would you eat?' },
    options: [{ en: 'At 11' }, { en: 'At 12' }],
  },
]

describe('a questionnaire', () => {
  it('is the core itself where nothing is asked beside it', () => {
    expect(composeQuestionnaire(nothingBeside)).toBe(core)
  })

  it('asks what was chosen in its order, and ends on getting help and background', () => {
    const asked = composeQuestionnaire({ modules: ['remote', 'pain'], own })

    expect(asked.id).toBe('core-1+remote+pain+own')
    expect(asked.parts.map(({ id }) => id)).toEqual([
      'body',
      'mind',
      'life',
      'work',
      'module-remote',
      'module-pain',
      'own-questions',
      'getting-help',
      'effects',
      'background',
    ])
  })

  it('asks no question twice, whatever is chosen', () => {
    const ids = itemsOf(composeQuestionnaire({ modules: moduleIds, own })).map(
      ({ id }) => id,
    )

    expect(new Set(ids).size).toBe(ids.length)
  })

  it('leaves safety at home out where others use the device', () => {
    const asked = composeQuestionnaire({ modules: ['safety-at-home'], own: [] })

    expect(onSharedDevice(asked).parts.map(({ id }) => id)).not.toContain(
      'module-safety-at-home',
    )
    expect(onSharedDevice(asked).parts).toHaveLength(core.parts.length)
  })

  it('fits its envelope at its longest, so that no answers are refused', () => {
    for (const one of moduleIds) {
      for (const other of moduleIds.filter((id) => id > one)) {
        const asked = composeQuestionnaire({ modules: [one, other], own })
        const most = Object.fromEntries(
          itemsOf(asked).map((item) => [item.id, longest(item)]),
        )

        expect(padAnswers(most, 4_096)).toHaveLength(4_096)
      }
    }
  })

  it('takes the answers of its own parts and no others', () => {
    const read = compileReader(composeQuestionnaire({ modules: ['pain'], own }))

    expect(read({ 'pain-where': ['back'], 'own-3': 'option-2' }).ok).toBe(true)
    expect(read({ 'remote-days': 'some' }).ok).toBe(false)
    expect(read({ 'own-3': 'option-3' }).ok).toBe(false)
  })
})

describe('a module that can be asked beside the core', () => {
  it.each(moduleIds)('takes at most a minute and a half: %s', (id) => {
    expect(minutesFor({ parts: [optionalModules[id]] })).toBeLessThanOrEqual(1.5)
  })

  it.each(moduleIds)('changes no score of the core: %s', (id) => {
    const items = itemsOf(composeQuestionnaire({ modules: [id], own: [] }))
    const scored = (all: readonly Item[]) =>
      all.filter(({ construct }) => construct).map((item) => item.id)

    expect(scored(items)).toEqual(scored(itemsOf(core)))
  })

  it.each(moduleIds)('is worded in five languages, every answer too: %s', (id) => {
    const asked = composeQuestionnaire({ modules: [id], own: [] })

    for (const locale of locales) {
      expect(() => surveyJson(asked, locale, textsBeside(locale), '')).not.toThrow()
    }
  })

  it('grows after no answer about what one does not speak of, which others could see', () => {
    const branches = moduleIds
      .flatMap((id) => itemsOf({ ...core, parts: [optionalModules[id]] }))
      .filter(({ shownWhen }) => shownWhen)
      .map(({ topic }) => topic)

    for (const topic of branches) {
      if (topic) expect(constructOf(topic).sensitive).toBe(false)
    }
  })
})

describe('a question of one’s own', () => {
  it('stands in another language rather than nowhere', () => {
    expect(ownWords(own, 'ro')['item.own-1']).toBe('The canteen is good.')
  })

  it('is complete only with every answer in every language', () => {
    expect(areInAll(own, ['en'])).toBe(true)
    expect(areInAll(own, ['en', 'ro'])).toBe(false)
  })
})

describe('a manifest', () => {
  it('from before there was anything beside the core asks the core', () => {
    expect(questionsOfManifest({ questionnaire: { id: '', hash: '' } })).toEqual(
      nothingBeside,
    )
  })

  it('is refused where it names a module that is not known', () => {
    const questionnaire = { id: '', hash: '', modules: ['toString'] }

    expect(() => questionsOfManifest({ questionnaire })).toThrow(RangeError)
  })
})

describe('the time it takes', () => {
  it('is eight minutes for the core, as the blueprint counts', () => {
    expect(minutesFor(core)).toBeGreaterThanOrEqual(7.5)
    expect(minutesFor(core)).toBeLessThanOrEqual(8.5)
  })

  it('grows with what is asked beside it', () => {
    const modules: readonly ModuleId[] = ['harassment']

    expect(minutesFor(composeQuestionnaire({ modules, own: [] }))).toBeGreaterThan(
      minutesFor(core),
    )
  })
})

function longest({ format }: Item): Answer {
  if (format.kind === 'whole-number') return format.to
  const options = optionsOf(format)
  if (format.kind !== 'any-of') {
    return options.toSorted((a, b) => b.length - a.length)[0] ?? ''
  }
  return options
    .filter((option) => !format.exclusive?.includes(option))
    .slice(0, format.atMost)
}
