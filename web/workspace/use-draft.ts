import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { frontDoorQuery } from '../assessment.ts'

/** Words under way, which a reload or a step aside does not lose. They stay in this tab. */
export interface Draft {
  readonly text: string
  readonly write: (text: string) => void
  readonly forget: () => void
}

/** @param about what the words are for; each person has their own */
export function useDraft(about: string, before = ''): Draft {
  const name = useName(about)
  const [text, setText] = useState(() => sessionStorage.getItem(name) ?? before)
  return {
    text,
    write: (written) => {
      sessionStorage.setItem(name, written)
      setText(written)
    },
    forget: () => {
      sessionStorage.removeItem(name)
      setText(before)
    },
  }
}

/** Several words that belong together. Nothing is kept of an empty one. */
export function useDraftOf<Words extends object>(
  about: string,
  before: Words,
): readonly [Words, (words: Words) => void] {
  const name = useName(about)
  const [words, setWords] = useState<Words>(() => readWords(name) ?? before)
  const change = (next: Words): void => {
    if (Object.keys(next).length === 0) sessionStorage.removeItem(name)
    else sessionStorage.setItem(name, JSON.stringify(next))
    setWords(next)
  }
  return [words, change]
}

function readWords<Words>(name: string): Words | null {
  const kept = sessionStorage.getItem(name)
  return kept ? (JSON.parse(kept) as Words) : null // written by us, just above
}

function useName(about: string): string {
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  return `groundwork.draft.${door.me?.role}.${door.me?.name}.${about}`
}
