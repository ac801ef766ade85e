import { readAccessCode } from '#surveys/ballot/access-code.ts'
import { fromBase64url, toBase64url } from '#surveys/ballot/bytes.ts'
import { stateOf } from '../assessments/find-assessment.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { CollectBallot, LookedUp, LookUp } from './contract.ts'
import { findInvited, hashOfCode, type Place } from './issue-codes.ts'
import { bindPlace } from './participation/bind-place.ts'
import type { Registrar } from './registrar.ts'
import { signBlinded } from './sign-blinded.ts'

type Reach = Pick<Services, 'db'>
type WithRegistrar = Reach & { readonly registrar: Registrar }

/**
 * Where the holder of a code is counted, and under which key. Changes nothing, however often it
 * is asked.
 */
export async function lookUpCode(
  { db, registrar }: WithRegistrar,
  asked: LookUp,
): Promise<LookedUp> {
  const { unit } = await placeFor({ db }, asked)
  const key = await registrar.unitKeys.findPublic(asked.assessment, unit)
  if (!key) throw new Refusal('survey-closed')
  return { unit, key }
}

/**
 * Signs the right to answer once, without seeing what it signs. A person gets one signature:
 * the same request gets the same one again, so that nothing is lost with a broken connection,
 * and any other request is refused.
 *
 * @throws Refusal 'code-unknown', 'assessment-not-open', 'survey-closed', 'already-collected',
 *   or 'malformed-request' for a request that nobody blinds that way
 */
export async function collectBallot(
  { db, registrar }: WithRegistrar,
  { blinded, ...asked }: CollectBallot,
): Promise<string> {
  const { assessment } = asked
  if (registrar.stopped.has(assessment)) throw new Refusal('collecting-stopped')
  const { unit, place } = await placeFor({ db }, asked)
  const request = fromBase64url(blinded)
  const key = await registrar.unitKeys.find(assessment, unit)
  if (!key) throw new Refusal('survey-closed')
  const signature = request && signBlinded(key, request)
  if (!request || !signature) throw new Refusal('malformed-request')

  // The signature leaves this function only once the place is bound to the request for good.
  const { participation } = registrar
  const bound = await bindPlace(participation, assessment, unit, place, request)
  if (bound === 'other') throw new Refusal('already-collected')
  return toBase64url(signature)
}

/**
 * Where the holder of a code sits.
 *
 * @throws Refusal 'code-unknown', and before and after the asking 'assessment-not-open' and
 *   'survey-closed'
 */
export async function placeFor(
  { db }: Reach,
  { assessment, secret }: LookUp,
): Promise<Place> {
  const bytes = readAccessCode(secret)
  if (!bytes) throw new Refusal('code-unknown')
  // Asked together: on SQLite each question waits for the writing that is under way.
  const [place, state] = await Promise.all([
    findInvited(db, assessment, hashOfCode(bytes)),
    stateOf({ db }, assessment),
  ])
  if (!place) throw new Refusal('code-unknown')
  if (state === 'open') return place
  throw new Refusal(state === 'frozen' ? 'assessment-not-open' : 'survey-closed')
}
