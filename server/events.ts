/** What the office tells its operator. No event names a person, an answer, a code or an address. */
export type Event =
  | { readonly event: 'started'; readonly origin: string }
  | { readonly event: 'stopped' }
  | { readonly event: 'participation-counted' }
  | { readonly event: 'failed'; readonly error: unknown }

export type Tell = (event: Event) => void

/**
 * What the ballot box tells its operator: these fields and no others, and nothing of any
 * single ballot.
 */
export type BoxEvent =
  | { readonly event: 'box-started' }
  | { readonly event: 'box-stopped' }
  /** more ballots came for a unit than it has people: its signing key may be stolen */
  | { readonly event: 'box-overfull'; readonly assessment: string }
  /** somebody without the key changed what was kept */
  | {
      readonly event: 'box-damaged'
      readonly assessment: string
      readonly unit: string
      readonly bucket: number
    }
  /** the database was put back from an earlier copy: ballots cast since are missing */
  | { readonly event: 'box-restored'; readonly assessment: string }
  /** the key file is missing: no ballot can be kept or read */
  | { readonly event: 'box-keyless'; readonly assessment: string }
  /** PostgreSQL is set up to keep who came when, or to lose answers: no survey opens on it */
  | {
      readonly event: 'box-database-unfit'
      readonly assessment: string
      /** by name, as PostgreSQL has them */
      readonly settings: readonly string[]
    }
  | { readonly event: 'box-failed'; readonly error: unknown }

export type TellOfBox = (event: BoxEvent) => void

/** One line an event, on standard error. */
export const tellOperator: Tell = (event) => write('office', event)

/** One line an event, marked so that a log collector can keep it apart. */
export const tellBoxOperator: TellOfBox = (event) => write('ballot-box', event)

/** Errors are told by kind and place, never by message: it may quote input. */
function write(log: 'office' | 'ballot-box', event: Event | BoxEvent): void {
  const told = 'error' in event ? { event: event.event, ...describe(event.error) } : event
  process.stderr.write(`${JSON.stringify({ log, ...told })}\n`)
}

function describe(error: unknown): {
  readonly error: string
  readonly at: readonly string[]
} {
  if (!(error instanceof Error)) return { error: typeof error, at: [] }
  // A stack begins with the message, which can look like places itself.
  const calls = (error.stack ?? '').replace(error.message, '')
  const places = calls.match(/(?<=^ +at .*)(?:file:\/\/|node:)[^\s()]+:\d+:\d+/gm) ?? []
  return { error: error.name, at: places.slice(0, 6) }
}
