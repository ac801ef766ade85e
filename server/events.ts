/** What the server tells its operator. No event names a person, an answer, a code or an address. */
export type Event =
  | { readonly event: 'started'; readonly origin: string }
  | { readonly event: 'stopped' }
  | { readonly event: 'participation-counted' }
  | { readonly event: 'failed'; readonly error: unknown }

export type Tell = (event: Event) => void

/** One line an event. Errors are told by kind and place, never by message: it may quote input. */
export const tellOperator: Tell = (event) => {
  const line =
    event.event === 'failed' ? { event: 'failed', ...describe(event.error) } : event
  process.stderr.write(`${JSON.stringify(line)}\n`)
}

function describe(error: unknown): {
  readonly error: string
  readonly at: readonly string[]
} {
  if (!(error instanceof Error)) return { error: typeof error, at: [] }
  const places = error.stack?.match(/\(?[^\s(]+:\d+:\d+\)?/g) ?? []
  return { error: error.name, at: places.slice(0, 6) }
}
