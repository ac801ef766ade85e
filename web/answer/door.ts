import type { Ballot } from '#surveys/ballot/ballot.ts'
import type { Manifest } from '#surveys/ballot/manifest.ts'
import type { Answers } from '#surveys/questionnaire.ts'
import { type CastOutcome, castOutcome } from './cast-outcome.ts'

/** What an employee finds at the door of a survey. */
export interface Door {
  readonly open: boolean
  readonly manifest: Manifest
}

export type FoundDoor =
  | { readonly kind: 'found'; readonly door: Door }
  | { readonly kind: 'unknown' | 'unreachable' }

export type Collected =
  | { readonly kind: 'ballot'; readonly ballot: Ballot }
  | { readonly kind: 'closed' }
  | { readonly kind: 'unknown' | 'busy' | 'unreachable' }

/** Nothing that could tell who asks goes along, and nothing stays in a cache. */
const unrecognized = {
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  cache: 'no-store',
} as const

const patienceMilliseconds = 30_000

export async function findDoor(assessment: string): Promise<FoundDoor> {
  const address = `/api/ballot-box/${encodeURIComponent(assessment)}`
  const response = await ask(address, { method: 'GET' })
  if (response && response.status >= 400 && response.status < 500) {
    return { kind: 'unknown' }
  }
  const door = response?.ok ? await readBody(response) : null
  return isDoor(door) ? { kind: 'found', door } : { kind: 'unreachable' }
}

/** Exchanges the code for a ballot. The same code gives the same ballot every time. */
export async function collectBallot(
  assessment: string,
  code: string,
): Promise<Collected> {
  const response = await ask('/api/ballots', post({ assessment, code }))
  switch (response?.status) {
    case 200: {
      const ballot = await readBody(response)
      return isBallot(ballot) ? { kind: 'ballot', ballot } : { kind: 'unreachable' }
    }
    case 400:
    case 403:
    case 404:
      return { kind: 'unknown' }
    case 410:
      return { kind: 'closed' }
    case 429:
      return { kind: 'busy' }
    default:
      return { kind: 'unreachable' }
  }
}

/** @param mayHaveArrived an earlier try ended without an answer that says so or not */
export async function castAnswers(
  ballot: Ballot,
  answers: Answers,
  mayHaveArrived: boolean,
): Promise<CastOutcome> {
  const response = await ask('/api/ballot-box', post({ ballot, answers }))
  return castOutcome(response?.status ?? null, mayHaveArrived)
}

/** @returns null when no response came: whether the request arrived is not known */
async function ask(address: string, request: RequestInit): Promise<Response | null> {
  try {
    const signal = AbortSignal.timeout(patienceMilliseconds)
    return await fetch(address, { ...unrecognized, ...request, signal })
  } catch {
    return null
  }
}

function post(body: unknown): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
}

async function readBody(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return null
  }
}

/** Enough to tell our server's word from a proxy's page; the contract checks it there. */
function isDoor(value: unknown): value is Door {
  return (
    isRecord(value) &&
    typeof value['open'] === 'boolean' &&
    isRecord(value['manifest']) &&
    typeof value['manifest']['organization'] === 'string' &&
    Array.isArray(value['manifest']['languages']) &&
    Array.isArray(value['manifest']['units'])
  )
}

function isBallot(value: unknown): value is Ballot {
  return (
    isRecord(value) &&
    ['assessment', 'unit', 'serial', 'signature'].every(
      (name) => typeof value[name] === 'string',
    )
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
