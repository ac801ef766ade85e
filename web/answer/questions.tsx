import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { Model } from 'survey-core'
import { sha256, toHex, utf8 } from '#surveys/ballot/bytes.ts'
import { canonicalJson } from '#surveys/ballot/canonical.ts'
import { core } from '#surveys/catalogue.ts'
import type { Answers } from '#surveys/questionnaire.ts'
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
  readonly forget: () => void
}

/** SHA-256, hex, of the questions that this page asks, as the manifest names them. */
export async function hashOfQuestions(): Promise<string> {
  return toHex(await sha256(utf8(canonicalJson(core))))
}

export interface Steps {
  readonly goOn: () => void
  readonly goBack: () => void
}

/** The part of the page that needs React and SurveyJS; loaded while the welcome is read. */
export function openQuestions(language: Language, texts: Texts, steps: Steps): Questions {
  const host = document.createElement('div')
  const root = createRoot(host)
  let words = wordsIn(language)
  let note = noteIn(language)
  let model = modelIn(language, texts)
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
      model = modelIn(next, nextTexts, model)
      words = wordsIn(next)
      note = noteIn(next)
      if (shown !== null) show(shown)
    },
    forget() {
      root.unmount()
      model.clear(true, true)
      model.dispose()
    },
  }
}

function modelIn({ locale, say }: Language, texts: Texts, earlier?: Model): Model {
  return buildModel(surveyJson(core, locale, texts, say('title')), earlier)
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
}

function noteIn({ say }: Language): (part: string) => ReactNode {
  return (part) => {
    const note = notes[part]
    return note && <p className="note">{say(note)}</p>
  }
}
