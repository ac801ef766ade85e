import type { Manifest } from '#surveys/ballot/manifest.ts'
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
 * @param manifestNow what is asked
 * @param speak the language of the page with all its sentences; it may be another one once
 *   the questions are there
 */
export function createOpening(
  manifestNow: () => Pick<Manifest, 'questionnaire'>,
  speak: () => Promise<Language>,
  steps: Steps,
): Opening {
  let questions: Questions | null = null
  let opening: Promise<Questions> | null = null

  const load = async (): Promise<Questions> => {
    const spoken = speak()
    const asked = manifestNow()
    const [{ openQuestions }, { questionnaireOf }, { locale }, texts] = await Promise.all(
      [
        import('./questions.tsx'),
        import('./asked.ts'),
        spoken,
        spoken.then((language) => loadQuestionTexts(language.locale, asked)),
      ],
    )
    const now = await speak()
    if (now.locale !== locale) return load()
    questions = openQuestions(questionnaireOf(asked), now, texts, steps)
    return questions
  }
  return {
    hash: async () => {
      const [{ hashOfQuestions }, { questionnaireOf }] = await Promise.all([
        import('./questions.tsx'),
        import('./asked.ts'),
      ])
      return hashOfQuestions(questionnaireOf(manifestNow()))
    },
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
