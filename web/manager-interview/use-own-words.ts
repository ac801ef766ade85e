import { useState } from 'react'
import {
  type Harmless,
  type InterviewTextId,
  interviewTexts,
  openFindings,
} from '#surveys/manager-interview-texts.ts'
import type { Finding } from '#surveys/personal-details/finding.ts'

/** What is being written, and what in it has to go yet. */
export interface OwnWords {
  readonly texts: Readonly<Record<string, string>>
  readonly harmless: readonly Harmless[]
  readonly findings: (field: InterviewTextId) => readonly Finding[]
  readonly write: (field: InterviewTextId, text: string) => void
  readonly callHarmless: (field: InterviewTextId, piece: string) => void
  /** the part of the form where something has to go; of one page, or of all */
  readonly openPart: (page?: string) => string | undefined
}

/** @param before what was written earlier */
export function useOwnWords(before: {
  readonly texts: Readonly<Record<string, string>>
  readonly harmless: readonly { readonly field: string; readonly piece: string }[]
}): OwnWords {
  const [texts, setTexts] = useState(before.texts)
  const [harmless, setHarmless] = useState<readonly Harmless[]>(() =>
    before.harmless.flatMap(({ field, piece }) => {
      const known = interviewTexts.find(({ id }) => id === field)
      return known ? [{ field: known.id, piece }] : []
    }),
  )
  const findings = (field: InterviewTextId) =>
    openFindings(field, texts[field] ?? '', harmless, new Date().getUTCFullYear())
  return {
    texts,
    harmless,
    findings,
    write: (field, text) => setTexts((earlier) => ({ ...earlier, [field]: text })),
    callHarmless: (field, piece) =>
      setHarmless((earlier) => [...earlier, { field, piece }]),
    openPart: (page) =>
      interviewTexts.find(
        ({ id, part }) => (!page || part === page) && findings(id).length > 0,
      )?.part,
  }
}
