import { type ReactNode, useId } from 'react'
import { longestText } from '#surveys/manager-interview-texts.ts'
import type { Finding } from '#surveys/personal-details/finding.ts'
import { piecesOf } from '#surveys/personal-details/marked-text.ts'
import { detailTexts, textOfKind } from '#surveys/personal-details/wording.ts'
import { useLanguage } from '../language.tsx'
import './text-field.css'

/** A few sentences in somebody's own words; what may point to a person is marked below. */
export function TextField({
  label,
  text,
  findings,
  onText,
  onHarmless,
}: {
  readonly label: string
  readonly text: string
  /** what has to go before it may be sent */
  readonly findings: readonly Finding[]
  readonly onText: (text: string) => void
  /** a doubtful piece is no person, says the writer */
  readonly onHarmless: (piece: string) => void
}): ReactNode {
  const id = useId()
  const isOpen = findings.length > 0
  return (
    <div className="own-words">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={3}
        maxLength={longestText}
        autoComplete="off"
        value={text}
        aria-invalid={isOpen || undefined}
        aria-describedby={isOpen ? `${id}-found` : undefined}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      <div id={`${id}-found`} role="status">
        {isOpen && <Found text={text} findings={findings} onHarmless={onHarmless} />}
      </div>
    </div>
  )
}

function Found({
  text,
  findings,
  onHarmless,
}: {
  readonly text: string
  readonly findings: readonly Finding[]
  readonly onHarmless: (piece: string) => void
}): ReactNode {
  const { say, locale } = useLanguage()
  const words = detailTexts[locale]
  const doubtful = new Set(
    findings
      .filter(({ certainty }) => certainty === 'likely')
      .map(({ start, end }) => text.slice(start, end)),
  )
  const kinds = new Set(findings.map(({ kind }) => kind))
  return (
    <>
      <p className="marked-text">
        {piecesOf(text, findings).map((piece, place) =>
          piece.finding ? <mark key={place}>{piece.text}</mark> : piece.text,
        )}
      </p>
      {[...kinds].map((kind) => (
        <p key={kind}>{words[textOfKind(kind)]}</p>
      ))}
      {[...doubtful].map((piece) => (
        <button
          key={piece}
          type="button"
          className="button button-quiet"
          onClick={() => onHarmless(piece)}
        >
          {say('interview.harmless', { piece })}
        </button>
      ))}
    </>
  )
}
