import { everyOrganization } from '../accounts/organizations.ts'
import type { Services } from '../services.ts'
import { beginning, hashOfEntry } from './chain.ts'
import type { Action } from './contract.ts'
import { findLast, saveEntry } from './store.ts'

type Reach = Pick<Services, 'db' | 'clock'>

/** Who did what, about what or whom. */
export interface Act {
  readonly action: Action
  readonly by: string
  readonly role: string
  readonly about: string
}

/** How often two entries can meet at one place before somebody must be stopped. */
const mostTries = 100

/**
 * Puts an act on record, after all that came before.
 *
 * @throws Error when it could not be written; then the request it belongs to fails as well
 */
export async function recordAct(
  { db, clock }: Reach,
  organization: string,
  act: Act,
): Promise<void> {
  const at = `${clock.now().toISOString().slice(0, 19)}Z`
  for (let tries = 0; tries < mostTries; tries += 1) {
    const last = await findLast(db, organization)
    const entry = {
      ...act,
      organization,
      at,
      position: (last?.position ?? 0) + 1,
      previous: last?.hash ?? beginning,
    }
    if (await saveEntry(db, { ...entry, hash: hashOfEntry(entry) })) return
  }
  throw new Error('expected an entry to find its place')
}

/** Puts on record what was done at the machine itself, for every organization it holds. */
export async function recordAtMachine(reach: Reach, action: Action): Promise<void> {
  for (const { id } of await everyOrganization(reach)) {
    await recordAct(reach, id, { action, by: 'the machine', role: 'operator', about: '' })
  }
}
