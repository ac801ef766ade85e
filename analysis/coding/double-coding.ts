import type { Segment } from '#surveys/focus-groups/segment.ts'
import { type Random, seededRandom } from '../statistics/random.ts'

/** What two people code apart from each other: at least this share, and this many. */
const smallestShare = 0.2
const fewest = 10

/**
 * Which segments a second person codes too, without seeing the first one's codes: at least a
 * fifth of them and at least ten, or all where there are fewer.
 *
 * A systematic sample: segments in order of group and question, within them in random order,
 * every so manieth from a random start. So each group is in it in proportion to what it said,
 * to one segment. A group or question that is still missing gets one.
 *
 * @param seed the same seed and segments give the same choice, in whatever order they come
 * @returns ids, in the order of `segments`
 * @see Cochran (1977), Sampling Techniques, 8.1–8.5
 */
export function chooseForDoubleCoding(
  segments: readonly Segment[],
  seed: string,
): readonly string[] {
  const wanted = Math.min(
    segments.length,
    Math.max(fewest, Math.ceil(smallestShare * segments.length)),
  )
  const random = seededRandom(`${seed}/double coding`)
  const ordered = inStrata(segments, random)
  const every = ordered.length / Math.max(1, wanted)
  const start = random()
  const chosen = new Set<Segment>()
  for (let i = 0; i < wanted; i++) {
    const segment = ordered[Math.floor((start + i) * every)]
    if (segment) chosen.add(segment)
  }
  for (const key of ['group', 'question'] as const) {
    const present = new Set([...chosen].map((segment) => segment[key]))
    for (const segment of shuffled(ordered, random)) {
      if (present.has(segment[key])) continue
      present.add(segment[key])
      chosen.add(segment)
    }
  }
  return segments.filter((segment) => chosen.has(segment)).map(({ id }) => id)
}

/** By group and question, each time in random order. */
function inStrata(segments: readonly Segment[], random: Random): readonly Segment[] {
  const byId = segments.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return shuffled(byId, random).toSorted((a, b) => {
    if (a.group !== b.group) return a.group < b.group ? -1 : 1
    return a.question - b.question
  })
}

function shuffled<Item>(items: readonly Item[], random: Random): readonly Item[] {
  return items
    .map((item) => [random(), item] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, item]) => item)
}
