import type { Sealed } from './safe.ts'

/** Where the one sealed notebook of a session lies: a database of the browser of its own. */

const shelf = 'notebook'
const place = 'sealed'
const nameOf = (session: string): string => `groundwork-room-${session}`

/** What lies there; null where nothing does. */
export async function findSealed(session: string): Promise<Sealed | null> {
  const db = await open(session)
  try {
    const found = await done<unknown>(
      db.transaction(shelf, 'readonly').objectStore(shelf).get(place),
    )
    // Only `putSealed` writes there, and the cipher notices whatever else changed it.
    return (found as Sealed | undefined) ?? null
  } finally {
    db.close()
  }
}

/**
 * Puts a sealed notebook in place of the one before, on the disk when this returns. All of it or
 * nothing: after a crash one of the two lies there whole.
 *
 * @throws DOMException 'QuotaExceededError' when the disk is full; the one before is still there
 */
export async function putSealed(session: string, sealed: Sealed): Promise<void> {
  const db = await open(session)
  try {
    const transaction = db.transaction(shelf, 'readwrite', { durability: 'strict' })
    transaction.objectStore(shelf).put(sealed, place)
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    db.close()
  }
}

export async function clearShelf(session: string): Promise<void> {
  await done(indexedDB.deleteDatabase(nameOf(session)))
}

function open(session: string): Promise<IDBDatabase> {
  const opening = indexedDB.open(nameOf(session), 1)
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(shelf)
  }
  return done(opening)
}

function done<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
