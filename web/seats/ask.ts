import type { OfSeat, Seat, SeatsPage, TakeSeat } from '#server/group-seats/contract.ts'

/** A no of the server, or no answer at all. */
export class No extends Error {
  readonly code: string

  constructor(code: string) {
    super(code)
    this.name = 'No'
    this.code = code
  }
}

/** Where this page stands, and the secret of its link. */
export interface Link {
  readonly assessment: string
  readonly token: string
}

export const lookAt = (link: Link): Promise<SeatsPage> => ask<SeatsPage>('look', link)

export const take = (asked: TakeSeat): Promise<Seat> => ask<Seat>('take', asked)

export const find = (asked: OfSeat): Promise<Seat> => ask<Seat>('find', asked)

export async function giveBack(asked: OfSeat): Promise<void> {
  await send('give-back', asked)
}

async function ask<Answer>(door: string, body: unknown): Promise<Answer> {
  const reply = await send(door, body)
  // What comes was written by the contract of the same version, from which this page was built.
  return (await reply.json()) as Answer
}

async function send(door: string, body: unknown): Promise<Response> {
  const reply = await fetch(`/api/group-seats/${door}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
  }).catch(() => {
    throw new No('unreachable')
  })
  if (reply.ok) return reply
  const no: unknown = await reply.json().catch(() => null)
  throw new No(String(Object(no).code))
}
