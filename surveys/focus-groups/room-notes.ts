import type { groupTopics } from '../focus-group-form.ts'
import { findPersonalDetails } from '../personal-details/find-personal-details.ts'
import type { Finding } from '../personal-details/finding.ts'
import type { NameFilter } from '../personal-details/name-filter.ts'
import type { RouteQuestion, SegmentContent } from './segment.ts'

/** How far the units people come from are mixed. One unit alone is no group. */
export const unitMixes = ['several-units', 'cross-unit'] as const
export type UnitMix = (typeof unitMixes)[number]

/** What the group said when the summary was read back to it. */
export const memberChecks = ['not-done', 'agreed', 'corrected'] as const
export type MemberCheck = (typeof memberChecks)[number]

/** Of fewer than two people there is nobody to talk with. */
export const fewestInRoom = 2
export const picksEach = 3

export interface NotedSegment extends SegmentContent {
  readonly id: string
}

export type GroupTopic = (typeof groupTopics)[number]

export interface CardVote {
  readonly construct: GroupTopic
  /** how many people chose the card, 0 to the participants */
  readonly votes: number
}

/** What leaves the room: no name, no time, and no order but that of random ids. */
export interface RoomNotes {
  readonly participants: number
  readonly unitMix: UnitMix
  readonly distressProtocolUsed: boolean
  readonly memberCheck: MemberCheck
  /** the questions that were asked; time can run out before the last */
  readonly asked: readonly RouteQuestion[]
  /** one for each card on the table */
  readonly votes: readonly CardVote[]
  readonly segments: readonly NotedSegment[]
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The same notes without the order in which they came: by id, by card, by number. */
export function inNoOrder(notes: RoomNotes): RoomNotes {
  return {
    ...notes,
    asked: notes.asked.toSorted((a, b) => a - b),
    votes: notes.votes.toSorted((a, b) => byText(a.construct, b.construct)),
    segments: notes.segments.toSorted((a, b) => byText(a.id, b.id)),
  }
}

/**
 * One text for one set of notes, whoever writes it: its hash tells device and server whether
 * both have the same.
 */
export function canonicalNotes(notes: RoomNotes): string {
  const { participants, unitMix, distressProtocolUsed, memberCheck, ...lists } =
    inNoOrder(notes)
  return JSON.stringify([
    'groundwork room notes 1',
    [participants, unitMix, distressProtocolUsed, memberCheck],
    lists.asked,
    lists.votes.map(({ construct, votes }) => [construct, votes]),
    lists.segments.map(({ id, question, text, speakers, intensity, tone }) => [
      id,
      question,
      text,
      speakers,
      intensity,
      tone,
    ]),
  ])
}

/** Whether a note may leave the device: what is found in it, and whether somebody has judged it. */
export interface Judged {
  readonly findings: readonly Finding[]
  /** `sure` findings keep it on the device; `likely` ones until somebody says they are harmless */
  readonly mayLeave: boolean
}

export function judgeText(
  text: string,
  isHarmless: boolean,
  circumstances: { readonly thisYear: number; readonly roster?: NameFilter },
): Judged {
  const findings = findPersonalDetails(text, circumstances)
  const isSure = findings.some(({ certainty }) => certainty === 'sure')
  return { findings, mayLeave: findings.length === 0 || (!isSure && isHarmless) }
}
