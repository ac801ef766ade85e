import type { RoomKit } from '#server/group-notes/contract.ts'
import type { PowerCheck } from '#server/group-studies/contract.ts'
import { smallestGroup } from '#surveys/focus-group-form.ts'
import { seatsOfGroup } from '#surveys/focus-group-guide.ts'
import {
  fewestInRoom,
  type GroupTopic,
  type MemberCheck,
  type NotedSegment,
  picksEach,
  type UnitMix,
} from '#surveys/focus-groups/room-notes.ts'
import type { Intensity, RouteQuestion, Tone } from '#surveys/focus-groups/segment.ts'

/** A note on the device. Where it stands in the list is when it was typed: that never leaves. */
export interface Note extends NotedSegment {
  /** somebody looked at what was found in this very text, and it names nobody */
  readonly isHarmless: boolean
}

/** What is being typed, kept like everything else. */
export interface Draft {
  readonly text: string
  readonly speakers: number
  readonly intensity: Intensity
  readonly tone: Tone
  /** the note that is being changed; null for a new one */
  readonly changes: string | null
}

/** What is looked at before the first question. */
export interface Beginning {
  readonly powerCheck: PowerCheck
  readonly participants: number | null
  readonly consents: number | null
  readonly unitMix: UnitMix | 'one-unit' | null
  readonly isReadAloud: boolean
}

/** Everything about one session on the device. */
export interface Notebook {
  readonly version: 1
  readonly id: string
  readonly kit: RoomKit
  readonly beginning: Beginning
  /** in milliseconds, for the clock on the page; null before the first question. Never sent. */
  readonly begunAt: number | null
  readonly question: RouteQuestion
  readonly asked: readonly RouteQuestion[]
  readonly notes: readonly Note[]
  readonly draft: Draft
  readonly votes: Readonly<Partial<Record<GroupTopic, number>>>
  readonly distressProtocolUsed: boolean
  readonly memberCheck: MemberCheck
}

export const emptyDraft: Draft = {
  text: '',
  speakers: 1,
  intensity: 2,
  tone: 'problem',
  changes: null,
}

export function newNotebook(id: string, kit: Notebook['kit']): Notebook {
  return {
    version: 1,
    id,
    kit,
    beginning: {
      powerCheck: { nobodyLeads: false, noObserver: false, noRelatives: false },
      participants: null,
      consents: null,
      unitMix: null,
      isReadAloud: false,
    },
    begunAt: null,
    question: 1,
    asked: [],
    notes: [],
    draft: emptyDraft,
    votes: {},
    distressProtocolUsed: false,
    memberCheck: 'not-done',
  }
}

export type Obstacle =
  | 'power'
  | 'participants'
  | 'one-person'
  | 'too-many'
  | 'consents'
  | 'unit-mix'
  | 'one-unit'
  | 'read-aloud'

/** What stands in the way of beginning. None for a group, nor for a conversation of two or three. */
export function obstaclesOf(beginning: Beginning): readonly Obstacle[] {
  const { powerCheck, consents, participants, unitMix, isReadAloud } = beginning
  const isPowerApart = Object.values(powerCheck).every(Boolean)
  const mixed: Obstacle | null =
    unitMix === null ? 'unit-mix' : unitMix === 'one-unit' ? 'one-unit' : null
  const all: readonly (Obstacle | null)[] = [
    isPowerApart ? null : 'power',
    ofNumber(participants),
    participants !== null && consents === participants ? null : 'consents',
    mixed,
    isReadAloud ? null : 'read-aloud',
  ]
  return all.filter((one) => one !== null)
}

function ofNumber(participants: number | null): Obstacle | null {
  if (participants === null || !Number.isInteger(participants)) return 'participants'
  if (participants < fewestInRoom) return 'one-person'
  return participants > seatsOfGroup.most ? 'too-many' : null
}

/** Whether so few people are a conversation, which is kept and not counted as a group. */
export function isConversation(participants: number | null): boolean {
  return (
    participants !== null && participants >= fewestInRoom && participants < smallestGroup
  )
}

/** Goes to a question: from then on it counts as asked. */
export function goTo(notebook: Notebook, question: RouteQuestion): Notebook {
  const asked = [...new Set([...notebook.asked, question])]
  return { ...notebook, question, asked }
}

/** How many dots were counted, and how many there are when everybody has put theirs. */
export function dotsOf({ votes, beginning }: Notebook): {
  readonly counted: number
  readonly expected: number
} {
  const counted = Object.values(votes).reduce((sum, count) => sum + count, 0)
  return { counted, expected: picksEach * (beginning.participants ?? 0) }
}
