import { fromBase64url, toBase64url } from '#surveys/ballot/bytes.ts'
import { readyToOpen, sealingKeyFrom } from '#surveys/ballot/sealing-key.ts'
import { answerChallenge, createTrusteeKey } from '#surveys/ballot/trustee-key.ts'
import type { Organiser } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { assessmentOf } from '../assessments/find-assessment.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { KeyHolders, NameKeyHolder } from '../trustees/contract.ts'
import { askKeyHolder, confirmKey, keepPublicKey } from '../trustees/keep-key.ts'
import { keyHoldersOf } from '../trustees/key-holders.ts'
import { linkForKeyHolder, nameKeyHolder } from '../trustees/name-key-holders.ts'
import { exampleSides, type Sides } from './sides.ts'
import { type InventedKey, listInventedKeys, saveInventedKeys } from './store.ts'

/** Three invented people, no two of whom answer to the same side. */
const invented: readonly NameKeyHolder[] = [
  { name: 'Mihai Example', side: 'employee-side' },
  { name: 'Nordlys Example Care', side: 'provider' },
  { name: 'Ingrid Example', side: 'organiser' },
]

/** Names the invented key holders of the example, before the employee side approves. */
export async function nameInvented(
  services: Services,
  { organiser }: Sides,
  id: AssessmentId,
): Promise<void> {
  for (const holder of invented) await nameKeyHolder(services, organiser, id, holder)
}

/**
 * Makes a key for each key holder of an example who has none, as each of them would in a
 * browser. Real keys never come near the server; these are kept here, so that a visitor can
 * play every part.
 */
export async function makeInventedKeys(
  services: Services,
  { organiser, employeeSide }: Sides,
  id: AssessmentId,
): Promise<void> {
  const { holders } = await keyHoldersOf(services, organiser, id)
  const keys: InventedKey[] = []
  for (const { id: holder, side, keyNumber } of holders) {
    if (keyNumber !== null) continue
    const member = side === 'organiser' ? organiser : employeeSide
    const { link } = await linkForKeyHolder(services, member, id, holder)
    const secret = new URL(link).hash.slice(1)
    const { publicKey, privateKey } = await createTrusteeKey()
    await keepPublicKey(services, { secret, publicKey })
    keys.push({ holder, secret, privateKey: toBase64url(privateKey) })
  }
  await saveInventedKeys(services.db, id, keys)
}

/** Shows that every invented key opens, as real key holders do before the survey opens. */
export async function tryInventedKeys(
  services: Services,
  id: AssessmentId,
): Promise<void> {
  for (const { secret, privateKey } of await listInventedKeys(services.db, id)) {
    const bytes = fromBase64url(privateKey) ?? new Uint8Array()
    const key = await readyToOpen(await sealingKeyFrom(bytes))
    const { sealed } = await askKeyHolder(services, secret)
    const answer = await answerChallenge(key, fromBase64url(sealed) ?? new Uint8Array())
    await confirmKey(services, { secret, answer: answer ? toBase64url(answer) : '' })
  }
}

/**
 * Lets invented people hold the keys of an example that a visitor planned: names them where
 * nobody is named, makes the keys that are missing, and tries them once everything is frozen.
 */
export async function holdExampleKeys(
  services: Services,
  organiser: Organiser,
  id: AssessmentId,
): Promise<KeyHolders> {
  // Who asks must be of the example: what invented people may do, a stranger may not.
  const { example, state } = await assessmentOf(services, organiser, id)
  if (!example) throw new Refusal('organisers-only')
  const sides = await exampleSides(services)
  if (state === 'frozen') await tryInventedKeys(services, id)
  else {
    const { holders } = await keyHoldersOf(services, sides.organiser, id)
    if (holders.length === 0) await nameInvented(services, sides, id)
    await makeInventedKeys(services, sides, id)
  }
  return keyHoldersOf(services, sides.organiser, id)
}
