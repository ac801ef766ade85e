import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { frontDoorQuery } from '../../assessment.ts'

/** Something typed or chosen that a reload does not lose. It stays in this tab. */
export interface WaveDraft {
  readonly text: string
  readonly write: (text: string) => void
  readonly forget: () => void
}

/** @param about what it is for; each person has their own */
export function useWaveDraft(about: string, before = ''): WaveDraft {
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const name = `groundwork.waves.${door.me?.role}.${door.me?.name}.${about}`
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
