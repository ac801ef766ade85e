import { type ReactNode, useMemo, useState } from 'react'
import { BeginPage } from './begin-page.tsx'
import { DistressDialog } from './distress-dialog.tsx'
import { Languages } from './frame.tsx'
import { circumstancesOf } from './hand-in.ts'
import { HandInPage } from './hand-in-page.tsx'
import type { Keeping } from './keeper.ts'
import type { Notebook } from './notebook.ts'
import type { Safe } from './safe.ts'
import { TablePage } from './table-page.tsx'
import { useNotebook } from './use-notebook.ts'
import { wipeDevice } from './wipe.ts'
import { useVoice } from './words.tsx'

/** An open notebook: before the group, with it, and when its notes are handed in. */
export function OpenNotebook({
  safe,
  first,
  onWiped,
}: {
  readonly safe: Safe
  readonly first: Notebook
  readonly onWiped: (why: 'handed-in' | 'given-up') => void
}): ReactNode {
  const { say } = useVoice()
  const { notebook, change, keeping, keeper } = useNotebook(safe, first)
  const [isHandingIn, setHandingIn] = useState(false)
  const [isDistress, setDistress] = useState(false)
  const { kit } = first
  const circumstances = useMemo(() => circumstancesOf(first), [first])

  const wipe = async (why: 'handed-in' | 'given-up') => {
    await keeper.stop()
    await wipeDevice(kit.session.id)
    onWiped(why)
  }

  const hasBegun = notebook.begunAt !== null
  return (
    <>
      <header className="bar">
        <span className="brand">{kit.session.type}</span>
        <Kept keeping={keeping} onRetry={() => void keeper.flush()} />
        <Languages />
        {hasBegun && (
          <button
            type="button"
            className="quiet"
            onClick={() => setHandingIn(!isHandingIn)}
          >
            {say(isHandingIn ? 'hand-in.back' : 'hand-in.open')}
          </button>
        )}
        <button type="button" onClick={() => setDistress(true)}>
          {say('distress.open')}
        </button>
      </header>
      <main>
        {!hasBegun && <BeginPage notebook={notebook} change={change} />}
        {hasBegun && !isHandingIn && (
          <TablePage
            notebook={notebook}
            change={change}
            circumstances={circumstances}
            onDistress={() => setDistress(true)}
          />
        )}
        {hasBegun && isHandingIn && (
          <HandInPage
            notebook={notebook}
            change={change}
            circumstances={circumstances}
            onDone={() => wipe('handed-in')}
            onGiveUp={() => wipe('given-up')}
          />
        )}
      </main>
      {isDistress && (
        <DistressDialog
          kit={kit}
          onUsed={() => {
            change((before) => ({ ...before, distressProtocolUsed: true }))
            setDistress(false)
          }}
          onClose={() => setDistress(false)}
        />
      )}
    </>
  )
}

/** Says whether everything typed is on the device; aloud only when it is not. */
function Kept({
  keeping,
  onRetry,
}: {
  readonly keeping: Keeping
  readonly onRetry: () => void
}): ReactNode {
  const { say } = useVoice()
  if (keeping !== 'failed') {
    return <span className="kept quiet">{say(`keeping.${keeping}`)}</span>
  }
  return (
    <span className="kept" role="alert">
      {say('keeping.failed')}{' '}
      <button type="button" className="quiet" onClick={onRetry}>
        {say('try-again')}
      </button>
    </span>
  )
}
