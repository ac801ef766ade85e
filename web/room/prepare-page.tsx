import { type ReactNode, useState } from 'react'
import type { RoomKit } from '#server/group-notes/contract.ts'
import { languageNames } from '#surveys/locale.ts'
import { isLongEnough } from './safe.ts'
import { useVoice } from './words.tsx'

/** Online, before the session: what is fetched, and the passphrase that only people know. */
export function PreparePage({
  kit: { session, assessment },
  onPrepare,
}: {
  readonly kit: RoomKit
  readonly onPrepare: (passphrase: string) => Promise<void>
}): ReactNode {
  const { say, locale } = useVoice()
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [wrong, setWrong] = useState<'short' | 'differs' | 'failed' | null>(null)
  const [isBusy, setBusy] = useState(false)

  const prepare = async () => {
    if (!isLongEnough(passphrase)) return setWrong('short')
    if (passphrase !== again) return setWrong('differs')
    setWrong(null)
    setBusy(true)
    try {
      await onPrepare(passphrase)
    } catch {
      setBusy(false)
      setWrong('failed')
    }
  }

  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' })
  return (
    <>
      <h1>{say('prepare.title')}</h1>
      <p>
        {assessment.organization}: {session.type}, {day.format(new Date(session.day))},{' '}
        {session.time}, {languageNames[session.language]}
      </p>
      <p>{say('prepare.what')}</p>
      <ul>
        <li>{say('prepare.offline')}</li>
        <li>{say('prepare.sealed')}</li>
        <li>{say('prepare.wiped')}</li>
      </ul>
      <form
        className="card"
        onSubmit={(event) => {
          event.preventDefault()
          void prepare()
        }}
      >
        <label htmlFor="passphrase">{say('passphrase')}</label>
        <p id="passphrase-hint" className="quiet">
          {say('passphrase.hint')}
        </p>
        <input
          id="passphrase"
          type="password"
          autoComplete="off"
          aria-describedby="passphrase-hint"
          value={passphrase}
          onChange={({ currentTarget }) => setPassphrase(currentTarget.value)}
        />
        <label htmlFor="again">{say('passphrase.again')}</label>
        <input
          id="again"
          type="password"
          autoComplete="off"
          value={again}
          onChange={({ currentTarget }) => setAgain(currentTarget.value)}
        />
        <p className="warn">{say('passphrase.lost')}</p>
        {wrong && <p role="alert">{say(`prepare.${wrong}`)}</p>}
        <button type="submit" disabled={isBusy}>
          {say(isBusy ? 'working' : 'prepare.button')}
        </button>
      </form>
    </>
  )
}
