import { cohensKappa } from '../statistics/cohens-kappa.ts'
import { alphaOfSets } from '../statistics/set-valued-alpha.ts'
import type { CodeId } from './codebook.ts'
import { type Coding, codesBy } from './coding.ts'

/** κ from which coding may go on, and the one to reach. */
const goOn = 0.6
const target = 0.7

/** Agreement of all segments, and little κ: where a code is rare or everywhere. */
const highAgreement = 0.85

/** Two people who coded the same segments apart from each other. */
export interface DoubleCoding {
  readonly first: string
  readonly second: string
  /** ids; a segment that one of them gave no code at all is among them */
  readonly segments: readonly string[]
}

/** Whether two coders mean the same by a code. */
export type AgreementStatus = 'target' | 'go-on' | 'reconcile' | 'undefined'

export interface CodeAgreement {
  readonly code: CodeId
  /** n, segments that both coded */
  readonly segments: number
  /** segments that both, only the first, only the second, neither gave the code */
  readonly both: number
  readonly firstOnly: number
  readonly secondOnly: number
  readonly neither: number
  /** Cohen's κ and its standard error; null where it is undefined */
  readonly kappa: number | null
  readonly standardError: number | null
  /** pₒ, 0 to 1; null without segments */
  readonly agreement: number | null
  /** |both − neither| / n: near 1 the code is rare or everywhere, and κ is low for that alone */
  readonly prevalenceIndex: number | null
  /** |first only − second only| / n: near 1 one of them gives the code much more often */
  readonly biasIndex: number | null
  /** 2pₒ − 1: the κ of these agreements if prevalence and bias were none */
  readonly adjustedKappa: number | null
  readonly status: AgreementStatus
  readonly note?: AgreementNote
}

/**
 * Why a κ is missing, or to be read with care: `used-by-nobody` and `used-everywhere` leave it
 * undefined; `paradox` is much agreement with little κ.
 */
export type AgreementNote = 'used-by-nobody' | 'used-everywhere' | 'paradox'

/**
 * How far two coders agree on each code, over the segments both coded.
 *
 * A code nobody used has no κ: agreeing that it is nowhere says nothing about its meaning. The
 * bounds .60 and .70 are rules of thumb; κ also falls with how rare a code is, so the four
 * counts and the indices stand beside it.
 *
 * @see Cohen (1960), Educational and Psychological Measurement 20, 37–46; Byrt, Bishop &
 *   Carlin (1993), Journal of Clinical Epidemiology 46, 423–429 (indices); Feinstein &
 *   Cicchetti (1990), the same 43, 543–549 (paradox)
 */
export function agreementByCode(
  codes: readonly CodeId[],
  coded: DoubleCoding,
  codings: readonly Coding[],
): readonly CodeAgreement[] {
  const first = codesBy(codings, coded.first)
  const second = codesBy(codings, coded.second)
  return codes.map((code) => {
    const counts = { both: 0, firstOnly: 0, secondOnly: 0, neither: 0 }
    for (const segment of coded.segments) {
      counts[cellOf(first(segment).has(code), second(segment).has(code))] += 1
    }
    return agreementOf(code, counts)
  })
}

type Cell = 'both' | 'firstOnly' | 'secondOnly' | 'neither'
type Counts = Readonly<Record<Cell, number>>

function cellOf(first: boolean, second: boolean): Cell {
  if (first) return second ? 'both' : 'firstOnly'
  return second ? 'secondOnly' : 'neither'
}

function agreementOf(code: CodeId, counts: Counts): CodeAgreement {
  const { both, firstOnly, secondOnly, neither } = counts
  const segments = both + firstOnly + secondOnly + neither
  const found = cohensKappa([
    [both, firstOnly],
    [secondOnly, neither],
  ])
  const kappa = found.kind === 'kappa' ? found.kappa : null
  const share = (count: number): number | null =>
    segments === 0 ? null : count / segments
  const agreement = share(both + neither)
  const note = noteOn(counts, kappa, agreement)
  return {
    code,
    segments,
    ...counts,
    kappa,
    standardError: found.kind === 'kappa' ? found.standardError : null,
    agreement,
    prevalenceIndex: share(Math.abs(both - neither)),
    biasIndex: share(Math.abs(firstOnly - secondOnly)),
    adjustedKappa: agreement === null ? null : 2 * agreement - 1,
    status: statusOf(kappa),
    ...(note && { note }),
  }
}

function noteOn(
  { both, firstOnly, secondOnly, neither }: Counts,
  kappa: number | null,
  agreement: number | null,
): AgreementNote | undefined {
  if (both + firstOnly + secondOnly === 0) return 'used-by-nobody'
  if (firstOnly + secondOnly + neither === 0) return 'used-everywhere'
  const isParadox = kappa !== null && kappa < goOn && (agreement ?? 0) >= highAgreement
  return isParadox ? 'paradox' : undefined
}

/** A hair is allowed for rounding: .6 from counts can come out as .5999…. */
function statusOf(kappa: number | null): AgreementStatus {
  if (kappa === null) return 'undefined'
  if (kappa >= target - 1e-12) return 'target'
  return kappa >= goOn - 1e-12 ? 'go-on' : 'reconcile'
}

/** How far two coders agree on everything they gave, whichever codes. */
export interface OverallAgreement {
  readonly segments: number
  /** α; null where it is undefined */
  readonly alpha: number | null
  readonly note?: 'nothing-coded-twice' | 'all-coded-alike'
}

/**
 * Krippendorff's α over the sets of codes that two coders gave, MASI distance: a set that
 * holds the other counts as nearer than one that only overlaps.
 */
export function overallAgreement(
  coded: DoubleCoding,
  codings: readonly Coding[],
): OverallAgreement {
  const first = codesBy(codings, coded.first)
  const second = codesBy(codings, coded.second)
  const found = alphaOfSets(
    coded.segments.map((segment) => [first(segment), second(segment)]),
  )
  const segments = coded.segments.length
  if (found.kind === 'estimate') return { segments, alpha: found.value }
  const isEmpty = found.reason === 'no-unit-with-two-ratings'
  return {
    segments,
    alpha: null,
    note: isEmpty ? 'nothing-coded-twice' : 'all-coded-alike',
  }
}
