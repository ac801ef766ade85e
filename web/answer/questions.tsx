import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { Model } from 'survey-core'
import { sha256, toHex, utf8 } from '#surveys/ballot/bytes.ts'
import { canonicalJson } from '#surveys/ballot/canonical.ts'
import { onSharedDevice } from '#surveys/compose.ts'
import { ownWords } from '#surveys/own-question.ts'
import type { Answers, Questionnaire } from '#surveys/questionnaire.ts'
import type { Texts } from '#surveys/say.ts'
import { surveyJson } from '#surveys/survey-json.ts'
import {
  type AnswerCount,
  answersIn,
  buildModel,
  countAnswers,
} from '#web/ui/questionnaire/model.ts'
import { QuestionPages } from '#web/ui/questionnaire/question-pages.tsx'
import type { QuestionnaireWords } from '#web/ui/questionnaire/words.ts'
import type { AnswerText, Language } from './language.ts'

/** The questions and the answers given so far, which live here and nowhere else. */
export interface Questions {
  readonly partCount: () => number
  /** @returns where the part is drawn */
  readonly show: (part: number) => HTMLElement
  readonly answers: () => Answers
  readonly count: () => AnswerCount
  readonly translate: (language: Language, texts: Texts) => void
  /** leaves out what must not be asked where others use the device */
  readonly keepToSharedDevice: () => void
  readonly forget: () => void
}

/** SHA-256, hex, of a questionnaire, as the manifest names it. */
export async function hashOfQuestions(asked: Questionnaire): Promise<string> {
  return toHex(await sha256(utf8(canonicalJson(asked))))
}

export interface Steps {
  readonly goOn: () => void
  readonly goBack: () => void
}

/** The part of the page that needs React and SurveyJS; loaded while the welcome is read. */
export function openQuestions(
  questionnaire: Questionnaire,
  language: Language,
  texts: Texts,
  steps: Steps,
): Questions {
  const host = document.createElement('div')
  const root = createRoot(host)
  let words = wordsIn(language)
  let note = noteIn(language)
  let asked = questionnaire
  let spoken = { language, texts }
  let model = modelIn(asked, language, texts)
  let shown: number | null = null

  const show = (part: number): HTMLElement => {
    shown = part
    // The page that was left must not be seen, or reached by Tab, once this one stands.
    flushSync(() =>
      root.render(
        <QuestionPages
          model={model}
          words={words}
          page={part}
          header={note}
          onMove={(next) => (next > part ? steps.goOn() : steps.goBack())}
          onLeave={steps.goBack}
          onFinish={steps.goOn}
        />,
      ),
    )
    return host
  }
  return {
    show,
    partCount: () => model.visiblePages.length,
    answers: () => answersIn(model),
    count: () => countAnswers(model),
    translate(next, nextTexts) {
      spoken = { language: next, texts: nextTexts }
      model = modelIn(asked, next, nextTexts, model)
      words = wordsIn(next)
      note = noteIn(next)
      if (shown !== null) show(shown)
    },
    keepToSharedDevice() {
      asked = onSharedDevice(questionnaire)
      model = modelIn(asked, spoken.language, spoken.texts, model)
    },
    forget() {
      root.unmount()
      model.clear(true, true)
      model.dispose()
    },
  }
}

function modelIn(
  asked: Questionnaire,
  { locale, say }: Language,
  texts: Texts,
  earlier?: Model,
): Model {
  const words = { ...texts, ...ownWords(asked.own ?? [], locale) }
  return buildModel(surveyJson(asked, locale, words, say('title')), earlier)
}

function wordsIn({ say }: Language): QuestionnaireWords {
  return {
    next: say('form.next'),
    back: say('form.back'),
    finish: say('form.finish'),
    clear: say('form.clear'),
    needed: say('form.needed'),
    missing: say('form.missing'),
    part: (place, of) => say('form.part', { place, count: of }),
    enough: (most) => say('form.enough', { count: most }),
  }
}

/** Parts that ask about what is heavy say so first. */
const notes: Readonly<Record<string, AnswerText>> = {
  mind: 'note.mind',
  life: 'note.life',
  work: 'note.work',
  'module-substances': 'note.beside',
  'module-gambling': 'note.beside',
  'module-harassment': 'note.beside',
  'module-violence': 'note.beside',
  'module-safety-at-home': 'note.beside',
}

function noteIn({ say }: Language): (part: string) => ReactNode {
  return (part) => {
    const note = notes[part]
    return note && <p className="note">{say(note)}</p>
  }
}
