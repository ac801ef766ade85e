import { everyOrganization } from '../accounts/organizations.ts'
import { oneAtATime } from '../database/one-at-a-time.ts'
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

/** Puts an act on record, after all that came before. */
export async function recordAct(
  { db, clock }: Reach,
  organization: string,
  act: Act,
): Promise<void> {
  await db
    .transaction()
    .execute((transaction) => recordActIn({ db: transaction, clock }, organization, act))
}

/**
 * Puts an act on record in a transaction of the caller's, which then has the organization's
 * chain for itself until it ends.
 */
export async function recordActIn(
  { db, clock }: Reach,
  organization: string,
  act: Act,
): Promise<void> {
  const at = `${clock.now().toISOString().slice(0, 19)}Z`
  await oneAtATime(db, `record of ${organization}`)
  const last = await findLast(db, organization)
  const entry = {
    ...act,
    organization,
    at,
    position: (last?.position ?? 0) + 1,
    previous: last?.hash ?? beginning,
  }
  await saveEntry(db, { ...entry, hash: hashOfEntry(entry) })
}

/** Puts on record what was done at the machine itself, for every organization it holds. */
export async function recordAtMachine(reach: Reach, action: Action): Promise<void> {
  for (const { id } of await everyOrganization(reach)) {
    await recordAct(reach, id, { action, by: 'the machine', role: 'operator', about: '' })
  }
}
