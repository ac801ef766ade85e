import { type ReactNode, useEffect, useRef } from 'react'
import type { RoomKit } from '#server/group-notes/contract.ts'
import { distressSteps } from '#surveys/focus-group-guide.ts'
import { useVoice } from './words.tsx'

/** Somebody is not well: what to do, step by step, and whom to call. Over everything else. */
export function DistressDialog({
  kit: { contacts },
  onUsed,
  onClose,
}: {
  readonly kit: RoomKit
  readonly onUsed: () => void
  readonly onClose: () => void
}): ReactNode {
  const { say, sayOfGroup } = useVoice()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} aria-labelledby="distress-title" onClose={onClose}>
      <div className="narrow">
        <h1 id="distress-title" tabIndex={-1}>
          {sayOfGroup('distress.title')}
        </h1>
        <ol className="steps">
          {distressSteps.map((step) => (
            <li key={step}>{sayOfGroup(`distress.${step}`)}</li>
          ))}
        </ol>
        <h2>{sayOfGroup('help.title')}</h2>
        {contacts.length === 0 && <p>{say('distress.no-contacts')}</p>}
        <ul className="contacts">
          {contacts.map(({ name, phone }) => (
            <li key={`${name} ${phone}`}>
              {name}: <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
            </li>
          ))}
        </ul>
        <div className="row">
          <button type="button" onClick={onUsed}>
            {say('distress.used')}
          </button>
          <button type="button" className="quiet" onClick={onClose}>
            {say('distress.not-used')}
          </button>
        </div>
      </div>
    </dialog>
  )
}
