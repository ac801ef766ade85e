import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { frontDoorQuery } from '../../assessment.ts'

/** Words under way, which a reload or a step aside does not lose. They stay in this tab. */
export interface Draft {
  readonly text: string
  readonly write: (text: string) => void
  readonly forget: () => void
}

/** @param about what the words are for; each person has their own */
export function useDraft(about: string, before = ''): Draft {
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const name = `groundwork.design.${door.me?.role}.${door.me?.name}.${about}`
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
