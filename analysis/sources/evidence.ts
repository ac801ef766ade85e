import type { ConstructId } from '#surveys/constructs.ts'

/** What the focus groups say of one construct: over the groups where it was a topic. */
export interface GroupEvidence {
  /** F, 0–100: 100 · Σ raised · intensity / 3 / groups */
  readonly score: number
  readonly groupsProbed: number
  readonly groupsRaised: number
}

/** What managers say of one construct, pooled over at least three interviews. */
export interface ManagerEvidence {
  /** M, 0–100 in steps of five: size-weighted mean level; a guess counts half */
  readonly score: number
}

/** The second and third source beside the survey. A missing construct is missing, not zero. */
export interface Testimony {
  /** groups of at least four people */
  readonly groups: number
  readonly focusGroups: Readonly<Partial<Record<ConstructId, GroupEvidence>>>
  readonly interviews: number
  /** κ, 0–1: head count of the interviewed managers' teams over all */
  readonly managerCoverage: number
  readonly managers: Readonly<Partial<Record<ConstructId, ManagerEvidence>>>
}
