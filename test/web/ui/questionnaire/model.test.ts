import type { QuestionSelectBase } from 'survey-core'
import { describe, expect, it } from 'vitest'
import { core } from '#surveys/catalogue.ts'
import { managerInterviewForm } from '#surveys/manager-interview-form.ts'
import { withInterviewTexts } from '#surveys/manager-interview-wording.ts'
import type { Questionnaire } from '#surveys/questionnaire.ts'
import { compileReader } from '#surveys/read-answers.ts'
import { surveyJson } from '#surveys/survey-json.ts'
import { surveyTexts } from '#surveys/wording.ts'
import {
  answersIn,
  buildModel,
  choicesOf,
  choose,
  countAnswers,
  isChosen,
  questionsIn,
} from '#web/ui/questionnaire/model.ts'

const texts = withInterviewTexts(surveyTexts.en, 'en')
const survey = (questionnaire: Questionnaire) =>
  surveyJson(questionnaire, 'en', texts, 'A form')

function aForm(questionnaire: Questionnaire = core) {
  const model = buildModel(survey(questionnaire))
  const question = (name: string): QuestionSelectBase => {
    const found = questionsIn([model.getQuestionByName(name)])[0]
    if (!found) throw new Error(`${name} is not shown`)
    return found
  }
  const set = (name: string, value: string | number, isOn = true) => {
    const choice = choicesOf(question(name)).find((each) => each.value === value)
    if (!choice) throw new Error(`${name} has no choice ${value}`)
    choose(question(name), choice, isOn)
  }
  const chosen = (name: string) =>
    choicesOf(question(name))
      .filter((choice) => isChosen(question(name), choice))
      .map(({ value }) => value)
  return { model, question, set, chosen }
}

describe('the answers in a form', () => {
  it('come in the questionnaire’s order, not in the order they were given', () => {
    const { model, set } = aForm()
    set('worries', 'often')
    set('slept-badly', 'never')
    set('barriers', 'cost')
    set('barriers', 'time')

    expect(JSON.stringify(answersIn(model))).toBe(
      '{"slept-badly":"never","worries":"often","barriers":["time","cost"]}',
    )
  })

  it('hold nothing for a question that is no longer shown', () => {
    const { model, set } = aForm()
    set('looks-after', 'both')
    set('care-alone', 'often')
    set('looks-after', 'no')

    expect(answersIn(model)).toEqual({ 'looks-after': 'no' })
  })

  it('say that somebody declined in one word, also where several choices can be made', () => {
    const { model, set } = aForm()
    set('worries', 'declined')
    set('barriers', 'time')
    set('barriers', 'declined')

    expect(answersIn(model)).toEqual({ worries: 'declined', barriers: 'declined' })
  })

  it('keep numbers numbers, and 0 an answer', () => {
    const { model, set } = aForm()
    set('work-ability', 0)

    expect(answersIn(model)).toEqual({ 'work-ability': 0 })
  })

  it('pass the test that the ballot box puts them to', () => {
    const { model } = aForm()
    for (const page of model.visiblePages) {
      for (const question of questionsIn(page.questions)) {
        const [first] = choicesOf(question)
        if (first) choose(question, first, true)
      }
    }

    expect(compileReader(core)(answersIn(model))).toMatchObject({ ok: true })
  })

  it('are taken over when the form is shown in another language', () => {
    const { model, set } = aForm()
    set('slept-badly', 'never')
    set('barriers', 'time')
    const swedish = surveyJson(core, 'sv', surveyTexts.sv, 'Ett formulär')

    expect(answersIn(buildModel(swedish, model))).toEqual(answersIn(model))
  })

  it('are counted apart from what was declined and what was left out', () => {
    const { model, set } = aForm()
    const all = countAnswers(model).leftOut
    set('slept-badly', 'never')
    set('worries', 'declined')

    expect(countAnswers(model)).toEqual({ answered: 1, declined: 1, leftOut: all - 2 })
  })
})

describe('choosing', () => {
  it('lets a choice that stands alone replace the others, and the others replace it', () => {
    const { set, chosen } = aForm()
    set('barriers', 'time')
    set('barriers', 'cost')
    set('barriers', 'nothing')

    expect(chosen('barriers')).toEqual(['nothing'])

    set('barriers', 'language')

    expect(chosen('barriers')).toEqual(['language'])
  })

  it('takes no more than may be chosen, but always lets one decline instead', () => {
    const { set, chosen } = aForm()
    const five = ['talk', 'online_program', 'body', 'money', 'legal']
    for (const service of five) set('wanted-services', service)

    set('wanted-services', 'better_work')

    expect(chosen('wanted-services')).toEqual(five)

    set('wanted-services', 'declined')

    expect(chosen('wanted-services')).toEqual(['declined'])
  })

  it('shows what an answer leads to, also for names with dots in them', () => {
    const { set, question } = aForm(managerInterviewForm)

    expect(() => question('trend.conflict')).toThrow('not shown')

    set('signal.conflict', '2')

    expect(question('trend.conflict').isVisible).toBe(true)
  })
})
