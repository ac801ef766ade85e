import { keyNumber } from '#surveys/ballot/key-number.ts'
import type { ManifestTrustee } from '#surveys/ballot/manifest.ts'
import type { Member } from '../accounts/access.ts'
import type { TriedKeys } from '../assessments/change-state.ts'
import type { Assessment, AssessmentId } from '../assessments/contract.ts'
import { assessmentOf } from '../assessments/find-assessment.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { KeyFault, KeyHolder, KeyHolders } from './contract.ts'
import { findNeeded, listTrustees, type Trustee } from './store.ts'

type Reach = Pick<Services, 'db'>

/** Two of three: one may be ill, and none can open alone. */
const neededByDefault = 2

/** Who holds the keys, and who has made and tried theirs. */
export async function keyHoldersOf(
  { db }: Reach,
  member: Member,
  id: AssessmentId,
): Promise<KeyHolders> {
  await assessmentOf({ db }, member, id)
  const trustees = await listTrustees(db, id)
  const needed = await neededOf({ db }, id)
  const holders = await Promise.all(trustees.map(asKeyHolder))
  return { needed, holders, fault: faultOf(trustees, needed) }
}

/** How many key holders it takes. */
export async function neededOf({ db }: Reach, id: AssessmentId): Promise<number> {
  return (await findNeeded(db, id)) ?? neededByDefault
}

/**
 * The key holders as the manifest names them.
 *
 * @throws Refusal `key-holders-missing`, `organiser-holds-too-many-keys` or `keys-missing`
 */
export async function keysForManifest(
  { db }: Reach,
  { id }: Pick<Assessment, 'id'>,
): Promise<{
  readonly trustees: readonly ManifestTrustee[]
  readonly trusteesNeeded: number
}> {
  const trustees = await listTrustees(db, id)
  const needed = await neededOf({ db }, id)
  const fault = faultOf(trustees, needed)
  if (fault && fault !== 'keys-not-tried') throw new Refusal(fault)
  return {
    trustees: trustees.map(({ id, name, side, publicKey }) => ({
      id,
      name,
      side,
      publicKey: publicKey ?? '', // no fault: each has one
    })),
    trusteesNeeded: needed,
  }
}

/**
 * The proof that every key holder, and not only enough of them, has shown that their key
 * opens: who cannot open today would be missing when another falls ill.
 *
 * @throws Refusal `keys-not-tried`
 */
export async function triedKeysOf(
  { db }: Reach,
  { id }: Pick<Assessment, 'id'>,
): Promise<TriedKeys> {
  const fault = faultOf(await listTrustees(db, id), await neededOf({ db }, id))
  if (fault) throw new Refusal(fault)
  return { assessment: id } as TriedKeys
}

/** A key holder as the workspace shows one. */
export async function asKeyHolder({
  id,
  name,
  side,
  publicKey,
  confirmed,
}: Trustee): Promise<KeyHolder> {
  const number = publicKey && (await keyNumber(publicKey))
  return { id, name, side, keyNumber: number, confirmed }
}

function faultOf(trustees: readonly Trustee[], needed: number): KeyFault | null {
  if (trustees.length < needed) return 'key-holders-missing'
  const organisers = trustees.filter(({ side }) => side === 'organiser').length
  if (organisers >= needed) return 'organiser-holds-too-many-keys'
  if (trustees.some(({ publicKey }) => publicKey === null)) return 'keys-missing'
  return trustees.every(({ confirmed }) => confirmed) ? null : 'keys-not-tried'
}
