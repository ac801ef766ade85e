import type { DoubleCoding } from '#analysis/coding/agreement.ts'
import type { Coding } from '#analysis/coding/coding.ts'
import type { Session } from '#analysis/coding/session.ts'
import type { RoomNotes } from '#surveys/focus-groups/room-notes.ts'
import type { Segment } from '#surveys/focus-groups/segment.ts'
import type { Locale } from '#surveys/locale.ts'
import type { Facilitator } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { notesOfStudy } from '../group-notes/notes-of-study.ts'
import type { GroupSessionId, SessionState } from '../group-studies/contract.ts'
import { sessionsFor } from '../group-studies/groups-of.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import {
  type Coder,
  findStudy,
  type Given,
  listCoders,
  listGiven,
  listStudySegments,
  type StoredStudy,
  type StudySegment,
} from './store.ts'

/** A study with everything that was said and coded in it. For facilitators alone. */
export interface LoadedStudy extends StoredStudy {
  readonly coders: readonly Coder[]
  /** the groups that are coded, in the order they were held */
  readonly sessions: readonly Session[]
  /** the languages they spoke */
  readonly languages: readonly Locale[]
  readonly segments: readonly Segment[]
  /** by segment */
  readonly parts: ReadonlyMap<string, StudySegment>
  readonly given: readonly Given[]
}

const inCoding: readonly SessionState[] = ['coded', 'verified', 'locked']

/** @throws Refusal 'coding-not-begun' */
export async function loadStudy(
  { db }: Pick<Services, 'db'>,
  facilitator: Facilitator,
  id: AssessmentId,
): Promise<LoadedStudy> {
  const held = await heldGroups({ db }, facilitator, id)
  const stored = await findStudy(db, id)
  if (!stored) throw new Refusal('coding-not-begun')
  const coded = held.filter(({ state }) => inCoding.includes(state))
  const parts = new Map((await listStudySegments(db, id)).map((one) => [one.id, one]))
  const segments = coded.flatMap(segmentsOf).filter((segment) => parts.has(segment.id))
  return {
    ...stored,
    coders: await listCoders(db, id),
    sessions: coded.map(sessionOf),
    languages: [...new Set(coded.map(({ language }) => language))],
    segments,
    parts,
    given: await listGiven(db, id),
  }
}

/** A group with what was noted in it. */
export interface HeldGroup {
  readonly id: GroupSessionId
  readonly state: SessionState
  readonly language: Locale
  readonly notes: RoomNotes
}

/** The groups whose notes have been handed in, in the order they were held. */
export async function heldGroups(
  { db }: Pick<Services, 'db'>,
  facilitator: Facilitator,
  id: AssessmentId,
): Promise<readonly HeldGroup[]> {
  const notes = await notesOfStudy({ db }, facilitator, id)
  return (await sessionsFor({ db }, id)).flatMap(({ id: session, state, language }) => {
    const noted = notes.get(session)
    return noted ? [{ id: session, state, language, notes: noted }] : []
  })
}

/** What was said in a group, by question. */
export function segmentsOf({ id, notes }: HeldGroup): readonly Segment[] {
  return notes.segments
    .map((segment) => ({ ...segment, group: id }))
    .toSorted((a, b) => a.question - b.question)
}

function sessionOf({ id, notes }: HeldGroup): Session {
  const { participants, votes, asked } = notes
  const cards = votes.map(({ construct }) => construct)
  return { id, participants, cards, questions: asked }
}

/** The coder who asks; undefined for a facilitator who does not code here. */
export function coderIn(
  { coders }: Pick<LoadedStudy, 'coders'>,
  { userId }: Facilitator,
): Coder | undefined {
  return coders.find((coder) => coder.userId === userId)
}

/** The last round whose sample both coders have finished; 0 for none. */
export function comparedRound({ coders }: Pick<LoadedStudy, 'coders'>): number {
  return coders.length < 2 ? 0 : Math.min(...coders.map(({ finished }) => finished))
}

/** Whether both have finished everything there is to code twice. */
export function isCompared(study: Pick<LoadedStudy, 'coders' | 'round'>): boolean {
  return comparedRound(study) >= study.round
}

/** What may be compared: segments of rounds that both have finished, by two people. */
export function doubleCodingOf(study: LoadedStudy): DoubleCoding {
  const compared = comparedRound(study)
  const [first, second] = study.coders
  const isTwice = ({ id }: Segment): boolean => {
    const part = study.parts.get(id)
    return part?.twice === true && part.round <= compared
  }
  return {
    first: first?.userId ?? '',
    second: second?.userId ?? '',
    segments: study.segments.filter(isTwice).map(({ id }) => id),
  }
}

/**
 * The codings that somebody may see: their own, and the other's once both have finished the
 * round. Whoever sees the other's codes earlier agrees with them, not with what was said.
 */
export function codingsFor(
  study: LoadedStudy,
  { userId }: Pick<Facilitator, 'userId'>,
): readonly Coding[] {
  const compared = comparedRound(study)
  return study.given
    .filter(({ coder, segment }) => {
      const round = study.parts.get(segment)?.round ?? Number.POSITIVE_INFINITY
      return coder === userId || round <= compared
    })
    .flatMap(({ segment, coder, codes }) =>
      codes.map((code) => ({ segment, coder, code })),
    )
}

/** The number of each group in a study, from 1. */
export function groupNumbers({
  sessions,
}: Pick<LoadedStudy, 'sessions'>): ReadonlyMap<string, number> {
  return new Map(sessions.map(({ id }, index) => [id, index + 1]))
}
