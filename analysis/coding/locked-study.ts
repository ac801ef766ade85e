import type { Segment } from '#surveys/focus-groups/segment.ts'
import type { Answers } from '#surveys/questionnaire.ts'
import {
  agreementByCode,
  type CodeAgreement,
  type DoubleCoding,
  overallAgreement,
} from './agreement.ts'
import { builtInCodes } from './built-in-codes.ts'
import type { Codebook, CodeId } from './codebook.ts'
import type { Coding } from './coding.ts'
import type { FinalCoding } from './reconciliation.ts'
import { type Saturation, saturationOf } from './saturation.ts'
import type { Session } from './session.ts'
import { themeAnswersOf } from './theme-levels.ts'
import { type Theme, tabulateThemes } from './theme-table.ts'

/** What participants said when a theme was sent back to them. */
export type MemberCheckOutcome = 'confirmed' | 'corrected'

/** A study of which every code is final. */
export interface FinishedStudy {
  readonly codebook: Codebook
  /** all groups that were coded, in the order they were held */
  readonly sessions: readonly Session[]
  readonly segments: readonly Segment[]
  readonly coded: DoubleCoding
  readonly codings: readonly Coding[]
  readonly final: readonly FinalCoding[]
  /** by segment, in the words that may leave */
  readonly paraphrases: ReadonlyMap<string, string>
  readonly checks: ReadonlyMap<CodeId, MemberCheckOutcome>
}

/** A theme as both sides read it. */
export interface ReleasedTheme extends Theme {
  /** of a code of the coders' own; null for built-in ones, which have a name in every language */
  readonly name: string | null
  /** null where it was not sent back */
  readonly check: MemberCheckOutcome | null
}

/** How well two people agreed, without saying on what. */
export interface AgreementInBrief {
  /** coded by both */
  readonly segments: number
  /** Krippendorff's α over sets of codes, two decimals; null where it is undefined */
  readonly alpha: number | null
  /** codes that one of them gave at least once, and of them those with κ from .60 */
  readonly codes: number
  readonly reached: number
}

/** What leaves a study: of all groups together, made once. */
export interface LockedThemes {
  readonly groups: number
  readonly themes: readonly ReleasedTheme[]
  readonly saturation: Saturation
  readonly agreement: AgreementInBrief
}

/** Every code there is, retired ones as well: what has one keeps it. */
export function everyCodeOf(codebook: Codebook): readonly CodeId[] {
  return [...builtInCodes, ...codebook.own.map(({ id }) => id)]
}

/**
 * The themes both sides may read. Examples are the approved paraphrases, never what was noted.
 *
 * @returns undefined below three groups
 */
export function releaseThemes(study: FinishedStudy): LockedThemes | undefined {
  const { codebook, sessions, final, paraphrases, checks } = study
  const reworded = study.segments.map((segment) => {
    return { ...segment, text: paraphrases.get(segment.id) ?? segment.text }
  })
  const table = tabulateThemes(
    everyCodeOf(codebook),
    sessions,
    reworded,
    final,
    new Set(paraphrases.keys()),
  )
  if (table.kind === 'too-few-groups') return undefined
  const names = new Map<CodeId, string>(codebook.own.map(({ id, name }) => [id, name]))
  const themes = table.themes.map((theme) => ({
    ...theme,
    name: names.get(theme.code) ?? null,
    check: checks.get(theme.code) ?? null,
  }))
  return {
    groups: table.groups,
    themes,
    saturation: saturationOf(sessions, study.segments, final),
    agreement: inBrief(study),
  }
}

/** What the intake form of each coded group would say, for `readFocusGroups`. */
export function answersOfStudy(
  study: Pick<FinishedStudy, 'sessions' | 'segments' | 'final'>,
): readonly Answers[] {
  return themeAnswersOf(study.sessions, study.segments, study.final)
}

function inBrief({ codebook, coded, codings }: FinishedStudy): AgreementInBrief {
  const used = agreementByCode(everyCodeOf(codebook), coded, codings).filter(isUsed)
  const { segments, alpha } = overallAgreement(coded, codings)
  const reached = used.filter(({ status }) => status !== 'reconcile').length
  return {
    segments,
    alpha: alpha === null ? null : Math.round(alpha * 100) / 100,
    codes: used.length,
    reached,
  }
}

/** Whether one of two coders gave the code at all. */
export function isUsed({ both, firstOnly, secondOnly }: CodeAgreement): boolean {
  return both + firstOnly + secondOnly > 0
}
