import type { ReactNode } from 'react'
import type { Finding } from '#surveys/personal-details/finding.ts'
import { piecesOf } from '#surveys/personal-details/marked-text.ts'
import { textOfKind } from '#surveys/personal-details/wording.ts'
import { useVoice } from './words.tsx'

/** A note with what was found in it marked, and what to write instead. */
export function MarkedNote({
  text,
  findings,
}: {
  readonly text: string
  readonly findings: readonly Finding[]
}): ReactNode {
  const { sayDetail } = useVoice()
  const kinds = [...new Set(findings.map(({ kind }) => kind))]
  let at = 0
  return (
    <>
      <p className="note-text">
        {piecesOf(text, findings).map(({ text: piece, finding }) => {
          const key = at
          at += piece.length
          return finding ? (
            <mark key={key} className={finding.certainty}>
              {piece}
            </mark>
          ) : (
            <span key={key}>{piece}</span>
          )
        })}
      </p>
      {kinds.map((kind) => (
        <p key={kind} className="quiet">
          {sayDetail(textOfKind(kind))}
        </p>
      ))}
    </>
  )
}
