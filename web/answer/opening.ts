import { type Language, loadQuestionTexts } from './language.ts'
import type { Questions, Steps } from './questions.tsx'

/** The questions: on their way, there, or forgotten. */
export interface Opening {
  /** of the questions that will be asked, as the manifest names them */
  readonly hash: () => Promise<string>
  /** loads what they need, once; again only where that failed */
  readonly open: () => Promise<Questions>
  /** null until they are there */
  readonly questions: () => Questions | null
  readonly forget: () => void
}

/**
 * @param speak the language of the page with all its sentences; it may be another one once
 *   the questions are there
 */
export function createOpening(speak: () => Promise<Language>, steps: Steps): Opening {
  let questions: Questions | null = null
  let opening: Promise<Questions> | null = null

  const load = async (): Promise<Questions> => {
    const spoken = speak()
    const [{ openQuestions }, { locale }, texts] = await Promise.all([
      import('./questions.tsx'),
      spoken,
      spoken.then((language) => loadQuestionTexts(language.locale)),
    ])
    const now = await speak()
    if (now.locale !== locale) return load()
    questions = openQuestions(now, texts, steps)
    return questions
  }
  return {
    hash: async () => (await import('./questions.tsx')).hashOfQuestions(),
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
