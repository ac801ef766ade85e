import { useState } from 'react'
import { type Assessment, Questions } from '#server/assessments/contract.ts'

/** What is being composed: it survives a reload, in this tab only, until it is kept or dropped. */
export interface QuestionDraft {
  readonly draft: Questions
  readonly isChanged: boolean
  readonly change: (part: Partial<Questions>) => void
  /** back to what the plan says */
  readonly drop: () => void
}

/** @param assessment of one revision; a new one begins a new draft */
export function useQuestionDraft({
  id,
  revision,
  questions,
}: Pick<Assessment, 'id' | 'revision' | 'questions'>): QuestionDraft {
  const place = `groundwork.questions.${id}.${revision}`
  const [draft, setDraft] = useState<Questions>(() => readDraft(place) ?? questions)
  const change = (part: Partial<Questions>): void => {
    const next = { ...draft, ...part }
    sessionStorage.setItem(place, JSON.stringify(next))
    setDraft(next)
  }
  const drop = (): void => {
    sessionStorage.removeItem(place)
    setDraft(questions)
  }
  const isChanged = JSON.stringify(draft) !== JSON.stringify(questions)
  return { draft, isChanged, change, drop }
}

/** Unfinished wording is no question yet, so only its shape is looked at. */
function readDraft(place: string): Questions | null {
  try {
    const { modules, own }: Questions = JSON.parse(sessionStorage.getItem(place) ?? '')
    const known = Questions.shape.modules.safeParse(modules)
    return known.success && Array.isArray(own) ? { modules: known.data, own } : null
  } catch {
    return null
  }
}
