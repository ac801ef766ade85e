import { type Language, loadQuestionTexts } from './language.ts'
import type { Questions, Steps } from './questions.tsx'

/** The questions: on their way, there, or forgotten. */
export interface Opening {
  /** loads what they need, once; again only where that failed */
  readonly open: () => Promise<Questions>
  /** null until they are there */
  readonly questions: () => Questions | null
  readonly forget: () => void
}

/** @param spoken the language of the page, which may change while the questions load */
export function createOpening(spoken: () => Language, steps: Steps): Opening {
  let questions: Questions | null = null
  let opening: Promise<Questions> | null = null

  const load = async (): Promise<Questions> => {
    const language = spoken()
    const [{ openQuestions }, texts] = await Promise.all([
      import('./questions.tsx'),
      loadQuestionTexts(language.locale),
    ])
    questions = openQuestions(language, texts, steps)
    const now = spoken()
    if (now !== language) questions.translate(now, await loadQuestionTexts(now.locale))
    return questions
  }
  return {
    open() {
      opening ??= load().catch((error: unknown) => {
        opening = null
        throw error
      })
      return opening
    },
    questions: () => questions,
    forget() {
      questions?.forget()
      questions = null
      opening = null
    },
  }
}
