import { useEffect, useRef, useState } from 'react'
import { type Keeper, type Keeping, keeperOf } from './keeper.ts'
import type { Notebook } from './notebook.ts'
import type { Safe } from './safe.ts'
import { putSealed } from './shelf.ts'

export type Change = (change: (notebook: Notebook) => Notebook) => void

/** A notebook that is on the device a moment after every change, and at every leaving. */
export function useNotebook(
  safe: Safe,
  first: Notebook,
): {
  readonly notebook: Notebook
  readonly change: Change
  readonly keeping: Keeping
  readonly keeper: Keeper<Notebook>
} {
  const newest = useRef(first)
  const [notebook, setNotebook] = useState(first)
  const [keeping, setKeeping] = useState<Keeping>('kept')
  const [keeper] = useState(() =>
    keeperOf<Notebook>(async (thing) => {
      await putSealed(thing.kit.session.id, await safe.seal(JSON.stringify(thing)))
    }, setKeeping),
  )

  useEffect(() => {
    const flush = () => void keeper.flush()
    document.addEventListener('visibilitychange', flush)
    addEventListener('pagehide', flush)
    return () => {
      document.removeEventListener('visibilitychange', flush)
      removeEventListener('pagehide', flush)
    }
  }, [keeper])

  useEffect(() => {
    if (keeping !== 'failed') return
    // The only copy is on the page: the browser asks before it goes.
    const stay = (event: Event) => event.preventDefault()
    addEventListener('beforeunload', stay)
    return () => removeEventListener('beforeunload', stay)
  }, [keeping])

  const change: Change = (how) => {
    newest.current = how(newest.current)
    keeper.keep(newest.current)
    setNotebook(newest.current)
  }
  return { notebook, change, keeping, keeper }
}
