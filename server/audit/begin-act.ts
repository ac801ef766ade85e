import { randomUUID } from 'node:crypto'
import { everyOrganization } from '../accounts/organizations.ts'
import type { Services } from '../services.ts'
import { type Act, recordActIn } from './record-act.ts'
import {
  findBegun,
  listBegun,
  removeBegun,
  type StoredBegun,
  saveBegun,
} from './store.ts'

type Reach = Pick<Services, 'db' | 'clock' | 'presence'>

/** An act as it is announced: before it, nobody knows whether it will be done. */
export interface Begun extends Act {
  /** null where nobody is signed in yet */
  readonly organization: string | null
}

/** Announcements of requests that this process is working on. */
const underWay = new Set<string>()

/**
 * Writes an act down before anything of it is done, so that nothing is ever done without a
 * trace: whatever ends the process, or the disk, between the act and its entry.
 *
 * @returns what to settle it by
 */
export async function beginAct(
  { db, presence }: Pick<Reach, 'db' | 'presence'>,
  act: Begun,
): Promise<string> {
  const id = randomUUID()
  await saveBegun(db, { ...act, id, holder: presence.id })
  underWay.add(id)
  return id
}

/**
 * Puts what was done on record, in one step with the end of its announcement.
 *
 * @param id of the announcement, where there was one
 */
export async function finishAct(
  { db, clock }: Pick<Reach, 'db' | 'clock'>,
  id: string | null,
  organization: string,
  act: Act,
): Promise<void> {
  try {
    await db.transaction().execute(async (transaction) => {
      await recordActIn({ db: transaction, clock }, organization, act)
      if (id) await removeBegun(transaction, id)
    })
  } finally {
    if (id) underWay.delete(id)
  }
}

/** Ends an announcement: nothing was done, or nobody knows. */
export async function dropAct(
  reach: Reach,
  id: string,
  isOutcomeUnknown: boolean,
): Promise<void> {
  underWay.delete(id)
  if (!isOutcomeUnknown) return removeBegun(reach.db, id)
  const begun = await findBegun(reach.db, id)
  if (begun) await settle(reach, begun)
}

/** Puts on record what was announced, and of which nobody knows whether it was done. */
export async function settleActs(reach: Reach): Promise<void> {
  for (const begun of await listBegun(reach.db)) {
    const isOurs = begun.holder === reach.presence.id
    const goesOn = isOurs
      ? underWay.has(begun.id)
      : await reach.presence.isThere(begun.holder)
    if (!goesOn) await settle(reach, begun)
  }
}

/** Where nobody was signed in, every organization is told. */
async function settle(
  { db, clock }: Pick<Reach, 'db' | 'clock'>,
  { id, organization, action, by, role, about }: StoredBegun,
): Promise<void> {
  const everywhere = organization ? [] : await everyOrganization({ db })
  const told = organization ? [organization] : everywhere.map((one) => one.id)
  const what = [action, about].filter(Boolean).join(': ')
  const act: Act = { action: 'outcome-unknown', by, role, about: what }
  await db.transaction().execute(async (transaction) => {
    for (const one of told) {
      await recordActIn({ db: transaction, clock }, one, act)
    }
    await removeBegun(transaction, id)
  })
}
