import { randomUUID } from 'node:crypto'
import type { Member, Organiser } from '../accounts/access.ts'
import { hashOf, newSecret } from '../accounts/secrets.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { draftOf } from '../assessments/find-assessment.ts'
import { noteChange } from '../assessments/plan-assessment.ts'
import type { OfficeDatabase } from '../database/office.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import {
  KeyHolderId,
  type KeyHolders,
  type KeyLink,
  mostKeyHolders,
  type NameKeyHolder,
} from './contract.ts'
import { keyHoldersOf } from './key-holders.ts'
import {
  listTrustees,
  removeTrustee,
  saveLink,
  saveNeeded,
  saveTrustee,
} from './store.ts'

type Reach = Pick<Services, 'db'>

/** Names somebody who will hold a key. What the employee side approved before lapses. */
export async function nameKeyHolder(
  { db }: Reach,
  organiser: Organiser,
  id: AssessmentId,
  holder: NameKeyHolder,
): Promise<KeyHolders> {
  return changing({ db }, organiser, id, async (transaction) => {
    const named = await listTrustees(transaction, id)
    if (named.length >= mostKeyHolders) throw new Refusal('malformed-request')
    await saveTrustee(transaction, id, KeyHolderId.parse(randomUUID()), holder)
  })
}

/** Takes a key holder off the list, with the public half of any key. */
export async function dropKeyHolder(
  { db }: Reach,
  organiser: Organiser,
  id: AssessmentId,
  holder: KeyHolderId,
): Promise<KeyHolders> {
  return changing({ db }, organiser, id, async (transaction) => {
    if (!(await removeTrustee(transaction, id, holder))) {
      throw new Refusal('key-holder-not-found')
    }
  })
}

/** Says how many key holders it takes to open: at least two. */
export async function setKeyRule(
  { db }: Reach,
  organiser: Organiser,
  id: AssessmentId,
  needed: number,
): Promise<KeyHolders> {
  return changing({ db }, organiser, id, (transaction) =>
    saveNeeded(transaction, id, needed),
  )
}

async function changing(
  { db }: Reach,
  organiser: Organiser,
  id: AssessmentId,
  change: (transaction: OfficeDatabase) => Promise<void>,
): Promise<KeyHolders> {
  await db.transaction().execute(async (transaction) => {
    const draft = await draftOf({ db: transaction }, organiser, id)
    await change(transaction)
    await noteChange({ db: transaction }, draft)
  })
  return keyHoldersOf({ db }, organiser, id)
}

/**
 * Makes the link with which a key holder comes to their page, in place of any before. With it
 * one key can be made, once; afterwards it tells who is coming, and the key tells that it is
 * them.
 *
 * The organiser hands over the links of the organiser's side only. Otherwise the organiser
 * could make every key themselves, and open everything alone.
 */
export async function linkForKeyHolder(
  { db, config }: Pick<Services, 'db' | 'config'>,
  member: Member,
  id: AssessmentId,
  holder: KeyHolderId,
): Promise<KeyLink> {
  const { holders } = await keyHoldersOf({ db }, member, id)
  const named = holders.find((one) => one.id === holder)
  if (!named) throw new Refusal('key-holder-not-found')
  if ((named.side === 'organiser') !== (member.role === 'organiser')) {
    throw new Refusal('link-for-other-side')
  }
  const secret = newSecret()
  await saveLink(db, { assessment: id, id: holder }, hashOf(secret))
  return { link: `${config.origin}/trustee#${secret}` }
}
