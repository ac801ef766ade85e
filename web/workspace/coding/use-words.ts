import { useState } from 'react'
import { findPersonalDetails } from '#surveys/personal-details/find-personal-details.ts'
import type { Finding } from '#surveys/personal-details/finding.ts'

/** Words somebody writes, and what in them may point to a person. */
export interface Words {
  readonly text: string
  readonly findings: readonly Finding[]
  /** a doubtful piece was called no person */
  readonly harmless: boolean
  /** nothing is left that keeps them from being sent */
  readonly isReady: boolean
  readonly write: (text: string) => void
  readonly callHarmless: (piece: string) => void
}

export function useWords(before = ''): Words {
  const [text, setText] = useState(before)
  const [pieces, setPieces] = useState<readonly string[]>([])
  const thisYear = new Date().getUTCFullYear()
  const findings = findPersonalDetails(text, { thisYear }).filter(
    ({ certainty, start, end }) =>
      certainty === 'sure' || !pieces.includes(text.slice(start, end)),
  )
  return {
    text,
    findings,
    harmless: pieces.length > 0,
    isReady: text.trim() !== '' && findings.length === 0,
    write: setText,
    callHarmless: (piece) => setPieces([...pieces, piece]),
  }
}
