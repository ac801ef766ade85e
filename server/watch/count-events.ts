/** How often each event was told since the start, by log and name. */
export type EventCounts = ReadonlyMap<string, ReadonlyMap<string, number>>

/** Counts what an operator is told, as it is told. Nothing of an event but its name is kept. */
export interface EventCounter {
  readonly counts: EventCounts
  /** @returns the same teller, counted */
  counting<Event extends { readonly event: string }>(
    log: 'office' | 'ballot-box',
    tell: (event: Event) => void,
  ): (event: Event) => void
}

export function createEventCounter(): EventCounter {
  const counts = new Map<string, Map<string, number>>()
  return {
    counts,
    counting(log, tell) {
      const ofLog = new Map<string, number>()
      counts.set(log, ofLog)
      return (event) => {
        ofLog.set(event.event, (ofLog.get(event.event) ?? 0) + 1)
        tell(event)
      }
    },
  }
}
