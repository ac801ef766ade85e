import { type ReactNode, useEffect, useState } from 'react'
import { RoomKit } from '#server/group-notes/contract.ts'
import { ask, groupNotes, Refused } from '../api.ts'
import { Frame, Notice } from './frame.tsx'
import { type Notebook, newNotebook } from './notebook.ts'
import { makeAvailableOffline } from './offline.ts'
import { OpenNotebook } from './open-notebook.tsx'
import { PreparePage } from './prepare-page.tsx'
import { makeSafe, openSafe, type Safe, type Sealed } from './safe.ts'
import { findSealed, putSealed } from './shelf.ts'
import { UnlockPage } from './unlock-page.tsx'
import { wipeDevice } from './wipe.ts'
import { useVoice } from './words.tsx'

type Phase =
  | { readonly kind: 'opening' | 'second-tab' | 'not-secure' | 'shelf-closed' }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'prepare'; readonly kit: RoomKit }
  | { readonly kind: 'handed-in'; readonly segments: number }
  | { readonly kind: 'locked'; readonly sealed: Sealed }
  | { readonly kind: 'open'; readonly safe: Safe; readonly notebook: Notebook }
  | { readonly kind: 'wiped'; readonly why: 'handed-in' | 'given-up' }

const [, , assessment = '', , session = ''] = location.pathname.split('/')

/** The page of one session, from its preparation to the empty device. */
export function RoomPage(): ReactNode {
  const [phase, setPhase] = useState<Phase>({ kind: 'opening' })
  useEffect(() => {
    void alone().then(async (isAlone) =>
      setPhase(isAlone === true ? await firstPhase() : { kind: isAlone }),
    )
  }, [])

  if (phase.kind === 'open') {
    return (
      <OpenNotebook
        safe={phase.safe}
        first={phase.notebook}
        onWiped={(why) => setPhase({ kind: 'wiped', why })}
      />
    )
  }
  return (
    <Frame>
      <Closed phase={phase} onPhase={setPhase} />
    </Frame>
  )
}

function Closed({
  phase,
  onPhase,
}: {
  readonly phase: Exclude<Phase, { readonly kind: 'open' }>
  readonly onPhase: (phase: Phase) => void
}): ReactNode {
  const { say, sayNo, count } = useVoice()
  switch (phase.kind) {
    case 'opening':
      return <p role="status">{say('opening')}</p>
    case 'prepare':
      return (
        <PreparePage
          kit={phase.kit}
          onPrepare={async (passphrase) => onPhase(await prepared(phase.kit, passphrase))}
        />
      )
    case 'locked':
      return (
        <UnlockPage
          onUnlock={async (passphrase) => {
            const opened = await unlocked(phase.sealed, passphrase)
            if (opened) onPhase(opened)
            return opened !== null
          }}
          onWipe={async () => {
            await wipeDevice(session)
            onPhase({ kind: 'wiped', why: 'given-up' })
          }}
        />
      )
    case 'refused':
      return (
        <Notice title={say('refused.title')}>
          <p>{sayNo(phase.code)}</p>
          {phase.code === 'sign-in-first' && (
            <p>
              <a href="/sign-in">{say('sign-in')}</a>
            </p>
          )}
          <button type="button" onClick={() => location.reload()}>
            {say('try-again')}
          </button>
        </Notice>
      )
    case 'handed-in':
      return (
        <Notice title={say('handed-in.title')}>
          <p>{count('handed-in.notes', phase.segments)}</p>
        </Notice>
      )
    case 'wiped':
      return (
        <Notice title={say(`wiped.${phase.why}.title`)}>
          <p>{say(`wiped.${phase.why}`)}</p>
          <p>{say('wiped.copies')}</p>
        </Notice>
      )
    default:
      return (
        <Notice title={say(`${phase.kind}.title`)}>
          <p>{say(`${phase.kind}.text`)}</p>
        </Notice>
      )
  }
}

/** One tab at a time may write; the lock ends with the tab, however it ends. */
async function alone(): Promise<true | 'second-tab' | 'not-secure'> {
  if (!globalThis.isSecureContext || !navigator.locks) return 'not-secure'
  return new Promise((resolve) => {
    void navigator.locks.request(
      `groundwork-room-${session}`,
      { ifAvailable: true },
      (lock) => {
        resolve(lock ? true : 'second-tab')
        // Held as long as the page is open.
        return lock ? new Promise<void>(() => {}) : undefined
      },
    )
  })
}

async function firstPhase(): Promise<Phase> {
  try {
    const sealed = await findSealed(session)
    if (sealed) return { kind: 'locked', sealed }
  } catch {
    return { kind: 'shelf-closed' }
  }
  try {
    const kit = await ask(
      RoomKit,
      groupNotes[':id'][':session'].room.$get({ param: { id: assessment, session } }),
    )
    return kit.receipt
      ? { kind: 'handed-in', segments: kit.receipt.segments }
      : { kind: 'prepare', kit }
  } catch (error) {
    return { kind: 'refused', code: codeOf(error) }
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Refused ? error.code : 'internal-error'

/** Everything is on the device when this returns: page, notebook, and the key to it. */
async function prepared(kit: RoomKit, passphrase: string): Promise<Phase> {
  const notebook = newNotebook(crypto.randomUUID(), kit)
  await makeAvailableOffline()
  const safe = await makeSafe(session, passphrase)
  await putSealed(session, await safe.seal(JSON.stringify(notebook)))
  // A browser that runs out of room shall clear other pages first; it may say no.
  await navigator.storage.persist().catch(() => false)
  return { kind: 'open', safe, notebook }
}

async function unlocked(
  sealed: Sealed,
  passphrase: string,
): Promise<Extract<Phase, { readonly kind: 'open' }> | null> {
  const opened = await openSafe(session, passphrase, sealed)
  if (!opened) return null
  // What the cipher lets through is what this page wrote.
  const notebook = JSON.parse(opened.text) as Notebook
  return { kind: 'open', safe: opened.safe, notebook }
}
