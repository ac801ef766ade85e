import { createHash, randomBytes } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { AssessmentId } from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'
import { codesFound, findPlace, removeCodes, saveCodes } from './store.ts'

/** A seat among the people of a reporting unit, counted from 0; who sits there is not said. */
export interface Place {
  readonly unit: string
  readonly place: number
}

/** What the holder of an invitation has: 16 random bytes, never stored. */
export interface IssuedCode extends Place {
  readonly secret: Uint8Array
}

const secretBytes = 16

/**
 * Draws a new code for each place and keeps only its hash. An earlier code of the same place
 * stops working; what was signed for the place before stays signed, as that is kept by place.
 *
 * @returns the codes in the order of the places asked for
 * @throws RangeError when a place is asked for twice: one of the two codes would be dead
 */
export async function issueCodes(
  db: OfficeDatabase,
  assessment: AssessmentId,
  places: readonly Place[],
): Promise<readonly IssuedCode[]> {
  const codes = await drawCodes(places)
  await keepCodes(db, assessment, codes)
  return codes
}

/** So many codes are drawn, or hashed, in a millisecond or two. */
const codesInTurn = 200

/** Draws a code for each place, as `drawCode` does; others have their turn in between. */
export async function drawCodes(
  places: readonly Place[],
): Promise<readonly IssuedCode[]> {
  const codes: IssuedCode[] = []
  for (let first = 0; first < places.length; first += codesInTurn) {
    codes.push(...places.slice(first, first + codesInTurn).map(drawCode))
    await setImmediate()
  }
  return codes
}

/** Draws a code without keeping anything of it: it works only once `keepCodes` has its hash. */
export function drawCode({ unit, place }: Place): IssuedCode {
  return { unit, place, secret: new Uint8Array(randomBytes(secretBytes)) }
}

/**
 * Keeps the hashes of drawn codes, all or none, in place of the earlier codes of their places.
 *
 * @throws RangeError when two codes have one place
 */
export async function keepCodes(
  db: OfficeDatabase,
  assessment: AssessmentId,
  codes: readonly IssuedCode[],
): Promise<void> {
  await refuseSharedPlaces(codes)
  await saveCodes(db, assessment, hashed(codes))
}

async function refuseSharedPlaces(codes: readonly Place[]): Promise<void> {
  const seats = new Set<string>()
  for (const [index, { unit, place }] of codes.entries()) {
    if (index % 5_000 === 4_999) await setImmediate()
    seats.add(`${place} ${unit}`)
  }
  if (seats.size < codes.length) throw new RangeError('expected one code a place')
}

function* hashed(codes: readonly IssuedCode[]) {
  for (let first = 0; first < codes.length; first += codesInTurn) {
    yield codes
      .slice(first, first + codesInTurn)
      .map(({ unit, place, secret }) => ({ unit, place, hash: hashOfCode(secret) }))
  }
}

/** The place a code was issued for; undefined for a code that nobody has, or has no more. */
export async function findInvited(
  db: OfficeDatabase,
  assessment: AssessmentId,
  codeHash: string,
): Promise<Place | undefined> {
  return findPlace(db, assessment, codeHash)
}

/**
 * Takes codes back without a trace, as if the places had never had any. Only while the survey
 * has not been opened: afterwards it must be remembered that somebody may have used one.
 */
export async function withdrawCodes(
  db: OfficeDatabase,
  assessment: AssessmentId,
  places: readonly Place[],
): Promise<void> {
  await removeCodes(db, assessment, places)
}

/** Every place of an assessment that ever got a code: whoever got it may have used it. */
export async function placesWithCode(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<readonly Place[]> {
  const places: Place[] = []
  for await (const part of codesFound(db, assessment)) places.push(...part)
  return places
}

/** @returns what is kept of a code: SHA-256, hex */
export function hashOfCode(secret: Uint8Array): string {
  return createHash('sha256').update('groundwork code 1').update(secret).digest('hex')
}
