import { type ReactNode, useState } from 'react'
import { useVoice } from './words.tsx'

/** After a reload or a crash: everything is there, for whoever knows the passphrase. */
export function UnlockPage({
  onUnlock,
  onWipe,
}: {
  /** @returns false when it was the wrong one */
  readonly onUnlock: (passphrase: string) => Promise<boolean>
  readonly onWipe: () => Promise<void>
}): ReactNode {
  const { say } = useVoice()
  const [passphrase, setPassphrase] = useState('')
  const [isWrong, setWrong] = useState(false)
  const [isBusy, setBusy] = useState(false)

  const unlock = async () => {
    setBusy(true)
    setWrong(false)
    const isOpen = await onUnlock(passphrase)
    if (isOpen) return
    setBusy(false)
    setWrong(true)
  }

  return (
    <>
      <h1>{say('unlock.title')}</h1>
      <p>{say('unlock.text')}</p>
      <form
        className="card"
        onSubmit={(event) => {
          event.preventDefault()
          void unlock()
        }}
      >
        <label htmlFor="passphrase">{say('passphrase')}</label>
        <input
          id="passphrase"
          type="password"
          autoComplete="off"
          value={passphrase}
          onChange={({ currentTarget }) => setPassphrase(currentTarget.value)}
        />
        {isWrong && <p role="alert">{say('unlock.wrong')}</p>}
        <button type="submit" disabled={isBusy}>
          {say(isBusy ? 'working' : 'unlock.button')}
        </button>
      </form>
      <details className="card">
        <summary>{say('forgotten.title')}</summary>
        <p>{say('forgotten.text')}</p>
        <GiveUp onWipe={onWipe} />
      </details>
    </>
  )
}

/** Wiping what was not handed in cannot be undone: it takes two presses. */
export function GiveUp({ onWipe }: { readonly onWipe: () => Promise<void> }): ReactNode {
  const { say } = useVoice()
  const [isSure, setSure] = useState(false)
  return isSure ? (
    <div className="row">
      <button type="button" onClick={() => void onWipe()}>
        {say('forgotten.wipe-now')}
      </button>
      <button type="button" className="quiet" onClick={() => setSure(false)}>
        {say('back')}
      </button>
    </div>
  ) : (
    <button type="button" className="quiet" onClick={() => setSure(true)}>
      {say('forgotten.wipe')}
    </button>
  )
}
