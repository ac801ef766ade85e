import { randomInt } from 'node:crypto'

/** @returns the same things in an order that nobody can predict; each order is as likely */
export function shuffled<Thing>(things: readonly Thing[]): readonly Thing[] {
  return drawn(things, things.length)
}

/** @returns so many of the things, or all when there are fewer, in random order */
export function drawn<Thing>(things: readonly Thing[], count: number): readonly Thing[] {
  const left = [...things]
  const taken: Thing[] = []
  while (taken.length < count && left.length > 0) {
    const at = randomInt(left.length)
    const last = left.pop() as Thing
    taken.push(at === left.length ? last : (left[at] as Thing))
    if (at < left.length) left[at] = last
  }
  return taken
}
