import type { EventCounts } from './count-events.ts'

/** What a process is asked about itself. */
export interface Watched {
  readonly role: 'all' | 'office' | 'ballot-box'
  readonly counts: EventCounts
  /** what must work before people are let in, by name: each throws when it does not */
  readonly checks: Readonly<Record<string, () => Promise<void>>>
}

/** Whether each of what must work does. */
export type Health = Readonly<Record<string, 'works' | 'fails'>>
