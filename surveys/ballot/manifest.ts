import type { Locale } from '../locale.ts'
import type { OwnQuestion } from '../own-question.ts'
import { canonicalJson } from './canonical.ts'

/**
 * What everybody can check about an assessment before answering: who asks, who is counted
 * together and under which key, who holds the keys to the answers, what may be published.
 * Frozen with the assessment; its short number is compared by eye (`survey-number.ts`).
 */
export interface Manifest {
  readonly version: 2
  /** uuid */
  readonly assessment: string
  readonly organization: string
  /** an invented organization, where nothing is at stake */
  readonly example: boolean
  readonly questionnaire: ManifestQuestionnaire
  readonly languages: readonly Locale[]
  readonly units: readonly ManifestUnit[]
  /** the sum of the head counts */
  readonly people: number
  /** no figure rests on fewer people */
  readonly smallestGroup: number
  /** no unit has fewer people */
  readonly smallestUnit: number
  readonly contacts: Readonly<Partial<Record<Locale, readonly HelpContact[]>>>
  /** ISO date by which the results are promised */
  readonly resultsBy: string
  /** SHA-256 of the canonical JSON of the plan, hex */
  readonly publicationPlan: string
  readonly trustees: readonly ManifestTrustee[]
  /** how many of them it takes to open an answer */
  readonly trusteesNeeded: number
  /** `publicKey`: X25519, raw, base64url */
  readonly ballotBox: { readonly origin: string; readonly publicKey: string }
  /** length of the answers of everybody, once padded */
  readonly answersBytes: number
  /** SHA-256 over the files of the employee's page as built, hex */
  readonly pages: string
}

/** What is asked. Left out where there is nothing beside the core, as in older manifests. */
export interface ManifestQuestionnaire {
  readonly id: string
  /** SHA-256 of the canonical JSON of the whole questionnaire, hex */
  readonly hash: string
  /** beside the core, in their order */
  readonly modules?: readonly string[]
  readonly own?: readonly OwnQuestion[]
}

/** A reporting unit: the people who are counted together. */
export interface ManifestUnit {
  readonly id: string
  readonly name: string
  readonly headcount: number
  /**
   * SHA-256 of the key (RSA-3072) that the registrar signs the ballots of this unit with, base64url.
   * The key itself is told with the unit (`unit-key.ts`): two thousand are a megabyte.
   */
  readonly keyHash: string
}

/** Somebody who holds one part of what opens the answers. */
export interface ManifestTrustee {
  readonly id: string
  readonly name: string
  readonly side: 'employee-side' | 'provider' | 'organiser'
  /** X25519, raw, base64url */
  readonly publicKey: string
}

/** Somewhere to turn to now. */
export interface HelpContact {
  readonly name: string
  readonly phone: string
}

/** A manifest as the installation published it. */
export interface SignedManifest {
  readonly manifest: Manifest
  /** Ed25519 over `manifestWords`, base64url */
  readonly signature: string
  /** the installation's public key, Ed25519, raw, base64url */
  readonly signer: string
}

/** A signed manifest, and the keys that it names by their hashes. */
export interface PublishedManifest {
  readonly signed: SignedManifest
  /** of the units, SPKI in base64, in the order of the manifest */
  readonly unitKeys: readonly string[]
}

/** What the installation signs of a manifest. */
export function manifestWords(manifest: Manifest): string {
  return `groundwork manifest 2\n${canonicalJson(manifest)}`
}
