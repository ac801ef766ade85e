import {
  fewestInRoom,
  judgeText,
  type RoomNotes,
} from '#surveys/focus-groups/room-notes.ts'
import { checkSegment } from '#surveys/focus-groups/segment.ts'
import { type Problem, Refusal } from '../refusal.ts'
import type { HandIn } from './contract.ts'

const mostProblems = 20

type Circumstances = Parameters<typeof judgeText>[2]

/**
 * The notes that were handed in, once nothing is wrong with them. What is refused names the
 * segments by their number in what was sent, and repeats nothing of what they say.
 *
 * @param circumstances what tells dates of birth from others, and names on the list
 * @throws Refusal 'one-person-only', 'consents-missing', 'votes-impossible',
 *   'segments-malformed' or 'segments-name-people'
 */
export function readNotes(
  { notebook: _, powerCheck: __, consents, ...notes }: HandIn,
  circumstances: Circumstances,
): RoomNotes {
  const { participants, votes, asked } = notes
  if (participants < fewestInRoom) throw new Refusal('one-person-only')
  if (consents !== participants) throw new Refusal('consents-missing')
  if (votes.some((one) => one.votes > participants)) throw new Refusal('votes-impossible')
  const cards = new Set(votes.map(({ construct }) => construct))
  if (cards.size < votes.length) throw new Refusal('votes-impossible')
  const segments = readSegments(notes, participants)
  refuseNames(segments, circumstances)
  return { ...notes, asked: [...new Set(asked)], segments }
}

function readSegments(
  { segments }: Pick<HandIn, 'segments'>,
  participants: number,
): RoomNotes['segments'] {
  const problems: Problem[] = []
  const ids = new Set<string>()
  const read = segments.flatMap((segment, index) => {
    const checked = checkSegment(segment, participants)
    if (checked.kind === 'segment' && !ids.has(segment.id)) {
      ids.add(segment.id)
      return [{ id: segment.id, ...checked.content }]
    }
    const wrong = checked.kind === 'problems' ? checked.problems : ['id']
    problems.push(named(index, wrong.join(', ')))
    return []
  })
  if (problems.length > 0) refuse('segments-malformed', problems)
  return read
}

function refuseNames(
  segments: RoomNotes['segments'],
  circumstances: Circumstances,
): void {
  const problems = segments.flatMap(({ text }, index) => {
    const { mayLeave } = judgeText(text, true, circumstances)
    return mayLeave ? [] : [named(index, 'nobody named')]
  })
  if (problems.length > 0) refuse('segments-name-people', problems)
}

function refuse(
  code: 'segments-malformed' | 'segments-name-people',
  problems: readonly Problem[],
): never {
  throw new Refusal(code, problems.slice(0, mostProblems))
}

const named = (index: number, expected: string): Problem => ({
  where: `segments.${index}`,
  expected,
  say: 'notes.segment-numbered',
  words: { number: index + 1 },
})
