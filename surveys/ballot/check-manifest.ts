import { fromBase64url } from './bytes.ts'
import type { Manifest, ManifestUnit } from './manifest.ts'
import { readX25519Key } from './x25519-key.ts'

/** What is wrong with a manifest, so that nobody should answer under it. */
export type ManifestFault =
  | 'version-unknown'
  | 'units-missing'
  | 'unit-listed-twice'
  | 'units-share-a-key'
  | 'unit-key-hash-malformed'
  | 'unit-too-small'
  | 'headcounts-do-not-add-up'
  | 'too-few-people'
  | 'smallest-unit-too-low'
  | 'smallest-group-too-low'
  | 'trustee-listed-twice'
  | 'trustees-share-a-key'
  | 'trustee-key-unsafe'
  | 'trustees-needed-out-of-range'
  | 'organiser-could-open-alone'
  | 'ballot-box-malformed'
  | 'ballot-box-key-unsafe'
  | 'ballot-box-is-a-trustee'
  | 'answers-length-out-of-range'

/** No assessment may go lower, whatever its organiser sets. */
const floors = { people: 16, unit: 12, group: 8 }

/** As many shares as a byte can number. */
const mostTrustees = 255

/** @returns the first thing wrong with a manifest; null when it may be answered under */
export function faultOf(manifest: Manifest): ManifestFault | null {
  if (manifest.version !== 2) return 'version-unknown'
  return faultOfUnits(manifest) ?? faultOfTrustees(manifest) ?? faultOfBox(manifest)
}

function faultOfUnits(manifest: Manifest): ManifestFault | null {
  const { units, people, smallestUnit, smallestGroup } = manifest
  if (units.length === 0) return 'units-missing'
  if (!isWhole(smallestUnit, floors.unit)) return 'smallest-unit-too-low'
  if (!isWhole(smallestGroup, floors.group)) return 'smallest-group-too-low'
  if (!areDistinct(units.map(({ id }) => id))) return 'unit-listed-twice'
  if (!units.every(hasKeyHash)) return 'unit-key-hash-malformed'
  if (!areDistinct(units.map(({ keyHash }) => keyHash))) return 'units-share-a-key'
  if (!units.every(({ headcount }) => isWhole(headcount, smallestUnit))) {
    return 'unit-too-small'
  }
  const sum = units.reduce((total, { headcount }) => total + headcount, 0)
  if (sum !== people) return 'headcounts-do-not-add-up'
  return people < floors.people ? 'too-few-people' : null
}

/** Any other word counts as the organiser's own side. */
const outside: ReadonlySet<string> = new Set(['employee-side', 'provider'])

function faultOfTrustees({ trustees, trusteesNeeded }: Manifest): ManifestFault | null {
  if (!areDistinct(trustees.map(({ id }) => id))) return 'trustee-listed-twice'
  if (!trustees.every(({ publicKey }) => readX25519Key(publicKey))) {
    return 'trustee-key-unsafe'
  }
  if (!areDistinct(trustees.map(({ publicKey }) => publicKey)))
    return 'trustees-share-a-key'
  const { length } = trustees
  if (!isWhole(trusteesNeeded, 2) || trusteesNeeded > Math.min(length, mostTrustees)) {
    return 'trustees-needed-out-of-range'
  }
  const outsiders = trustees.filter(({ side }) => outside.has(side)).length
  return length - outsiders < trusteesNeeded ? null : 'organiser-could-open-alone'
}

function faultOfBox(manifest: Manifest): ManifestFault | null {
  const { ballotBox, trustees, answersBytes } = manifest
  if (!isOrigin(ballotBox.origin)) return 'ballot-box-malformed'
  if (!readX25519Key(ballotBox.publicKey)) return 'ballot-box-key-unsafe'
  if (trustees.some(({ publicKey }) => publicKey === ballotBox.publicKey)) {
    return 'ballot-box-is-a-trustee'
  }
  const fits = isWhole(answersBytes, 256) && answersBytes <= 65_536
  return fits ? null : 'answers-length-out-of-range'
}

function hasKeyHash({ keyHash }: ManifestUnit): boolean {
  return fromBase64url(keyHash)?.length === 32
}

function isOrigin(origin: string): boolean {
  return URL.canParse(origin) && new URL(origin).origin === origin
}

function isWhole(value: number, atLeast: number): boolean {
  return Number.isSafeInteger(value) && value >= atLeast
}

function areDistinct(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length
}
