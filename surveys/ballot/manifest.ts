import type { Locale } from '../locale.ts'

/**
 * What everybody can know about an open assessment: who asks, who is counted together,
 * the smallest group ever shown, where to find help. The ballot box knows nothing else.
 */
export interface Manifest {
  readonly assessment: string
  readonly organization: string
  /** an invented organization, where nothing is at stake */
  readonly example: boolean
  readonly questionnaire: string
  readonly languages: readonly Locale[]
  readonly units: readonly ManifestUnit[]
  readonly smallestGroup: number
  readonly contacts: Readonly<Partial<Record<Locale, readonly HelpContact[]>>>
  /** ISO date by which the results are promised */
  readonly resultsBy: string
}

/** A reporting unit: the people who are counted together. */
export interface ManifestUnit {
  readonly id: string
  readonly name: string
  readonly headcount: number
  /** Ed25519, SPKI in base64: checks the registrar's signature on a ballot of this unit */
  readonly publicKey: string
}

/** Somewhere to turn to now. */
export interface HelpContact {
  readonly name: string
  readonly phone: string
}
