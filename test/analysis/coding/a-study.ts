import type { CodeId } from '#analysis/coding/codebook.ts'
import type { FinalCoding } from '#analysis/coding/reconciliation.ts'
import type { Session } from '#analysis/coding/session.ts'
import type { ConstructId } from '#surveys/constructs.ts'
import type { Segment } from '#surveys/focus-groups/segment.ts'

const cards: readonly ConstructId[] = [
  'work.demands',
  'psy.distress',
  'bio.sleep',
  'work.role',
]

/** Three groups, and a conversation of three people. The third group ran out of time. */
export const sessions: readonly Session[] = [
  { id: 'a', participants: 6, cards, questions: [1, 2, 3, 4, 5, 6, 7, 8, 9] },
  { id: 'b', participants: 5, cards, questions: [1, 2, 3, 4, 5, 6, 7, 8, 9] },
  {
    id: 'c',
    participants: 7,
    cards: ['work.demands', 'psy.distress'],
    questions: [1, 2, 3, 4, 5, 6],
  },
  { id: 'd', participants: 3, cards, questions: [1, 2, 3, 4, 5, 6, 7, 8, 9] },
]

type Said = readonly [
  id: string,
  codes: readonly CodeId[],
  intensity: Segment['intensity'],
  speakers: number,
  tone: Segment['tone'],
  question: Segment['question'],
]

const demands = 'construct.work.demands'

/** By the first letter of the id: the group. */
const said: readonly Said[] = [
  ['a1', [demands], 3, 4, 'problem', 3],
  ['a2', [demands, 'hazard.hours'], 1, 1, 'cause', 5],
  ['a3', ['construct.bio.sleep'], 2, 2, 'strength', 3],
  ['a4', ['construct.work.role'], 3, 5, 'problem', 4],
  ['a5', ['wish.conversation'], 2, 3, 'wish', 6],
  ['b1', [demands], 2, 2, 'problem', 3],
  ['b2', [demands], 3, 3, 'problem', 4],
  ['b3', ['construct.soc.care'], 1, 1, 'problem', 3],
  ['b4', [], 1, 1, 'strength', 1],
  ['c1', ['construct.soc.care'], 3, 4, 'disagreement', 3],
  ['c2', ['wish.conversation'], 1, 1, 'wish', 6],
  ['c3', ['wish.conversation'], 3, 6, 'wish', 6],
  ['d1', [demands, 'barrier.fit'], 3, 3, 'problem', 3],
]

export const segments: readonly Segment[] = said.map(
  ([id, , intensity, speakers, tone, question]) => {
    const group = id.slice(0, 1)
    return { id, group, question, text: `said ${id}`, speakers, intensity, tone }
  },
)

export const final: readonly FinalCoding[] = said.flatMap(([segment, codes]) =>
  codes.map((code) => ({ segment, code, basis: 'one-coder' })),
)
