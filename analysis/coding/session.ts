import type { ConstructId } from '#surveys/constructs.ts'
import { smallestGroup } from '#surveys/focus-group-form.ts'
import type { RouteQuestion, Segment, Tone } from '#surveys/focus-groups/segment.ts'
import { type CodeId, constructOfCode, familyOf } from './codebook.ts'
import type { FinalCoding } from './reconciliation.ts'

/** What a session was asked, beside what it said. */
export interface Session {
  /** as segments name it in `group` */
  readonly id: string
  readonly participants: number
  /** the constructs whose cards lay on the table */
  readonly cards: readonly ConstructId[]
  /** the questions of the route that were asked; time can run out before the last */
  readonly questions: readonly RouteQuestion[]
}

/** A conversation of fewer than four people is kept and not counted. */
export function countedSessions(sessions: readonly Session[]): readonly Session[] {
  return sessions.filter(({ participants }) => participants >= smallestGroup)
}

/** Questions that ask for a topic by name, card or no card. */
const askedBy: Readonly<Partial<Record<ConstructId, RouteQuestion>>> = {
  'help.access': 6,
  'help.trust': 7,
}

const askedByFamily: Readonly<Partial<Record<string, RouteQuestion>>> = {
  hazard: 5,
  wish: 6,
  barrier: 6,
  trust: 7,
}

/**
 * Whether a session was asked about what a code stands for. For a construct its card lay
 * there, or a question names it: 6 asks how, when, where and in which language people would
 * use help (`help.access`), 7 what must be true to trust it (`help.trust`). For another
 * built-in code its question was asked. What coders found by themselves nobody was asked.
 */
export function isProbed(code: CodeId, { cards, questions }: Session): boolean {
  const construct = constructOfCode(code)
  const question = construct ? askedBy[construct] : askedByFamily[familyOf(code)]
  const hasCard = construct !== undefined && cards.includes(construct)
  return hasCard || (question !== undefined && questions.includes(question))
}

/** What is said as praise, and names no need. */
const strength: Tone = 'strength'

/** Families whose codes name something wrong: a strength among them is not one raised. */
const wrongs: ReadonlySet<string> = new Set(['construct', 'hazard', 'barrier'])

/**
 * Whether a segment raises what a code stands for. "Our manager backs us up" is about the
 * manager, but no need for a better one.
 */
export function raises(code: CodeId, { tone }: Segment): boolean {
  return tone !== strength || !wrongs.has(familyOf(code))
}

/** The segments that have a code in the end, in the order of `segments`. */
export function segmentsWith(
  code: CodeId,
  segments: readonly Segment[],
  final: readonly FinalCoding[],
): readonly Segment[] {
  const ids = new Set(final.filter((one) => one.code === code).map((one) => one.segment))
  return segments.filter(({ id }) => ids.has(id))
}
