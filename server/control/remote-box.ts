import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { fromBase64url } from '#surveys/ballot/bytes.ts'
import type { BallotBox, SealedForTally } from '../box.ts'
import { Refusal, type RefusalCode, refusals } from '../refusal.ts'
import type { SigningKey } from '../signing-key.ts'
import {
  BallotLine,
  type Command,
  type CommandWords,
  Counts,
  Greeting,
  LastLine,
  Prepared,
  wordsToSign,
} from './contract.ts'
import { linesOf } from './lines.ts'

const togetherAtMost = 256

/**
 * A ballot box in another process, told what to do over HTTPS. Commands are signed, and sent
 * one after the other.
 *
 * @param origin of the ballot box
 */
export function remoteBox(origin: string, key: SigningKey): BallotBox {
  const send = senderTo(origin, key)
  const tell = async (command: Command): Promise<void> => {
    await (await send(command)).arrayBuffer()
  }
  const ask = async <Shape extends z.ZodType>(
    command: Command,
    shape: Shape,
  ): Promise<z.output<Shape>> => shape.parse(await (await send(command)).json())
  return {
    prepare: (assessment) => ask({ command: 'prepare', assessment }, Prepared),
    publish: (published) => tell({ command: 'publish', published }),
    open: (assessment) => tell({ command: 'open', assessment }),
    close: (assessment) => tell({ command: 'close', assessment }),
    count: async (assessment) =>
      new Map(Object.entries(await ask({ command: 'count', assessment }, Counts))),
    ballots: async function* (assessment) {
      yield* inGroups(linesOf(await send({ command: 'ballots', assessment })))
    },
    shred: (assessment) => tell({ command: 'shred', assessment }),
  }
}

type Send = (command: Command) => Promise<Response>

function senderTo(origin: string, key: SigningKey): Send {
  let session: string | null = null
  let before: Promise<unknown> = Promise.resolve()

  const post = async (command: Command): Promise<Response> => {
    session ??= Greeting.parse(await (await reach(`${origin}/control`)).json()).session
    const once = randomBytes(16).toString('base64url')
    const written: CommandWords = { session, once, command }
    const words = JSON.stringify(written)
    const body = JSON.stringify({ words, signature: key.sign(wordsToSign(words)) })
    const headers = { 'content-type': 'application/json' }
    return reach(`${origin}/control`, { method: 'POST', headers, body })
  }
  const postOrRenew = async (command: Command): Promise<Response> => {
    try {
      return await post(command)
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'command-stale') throw error
      session = null // the ballot box was started anew
      return post(command)
    }
  }
  return (command) => {
    const sent = before.then(() => postOrRenew(command))
    before = sent.catch(() => undefined)
    return sent
  }
}

/** @throws Refusal the one the ballot box gave, or that it cannot be reached */
async function reach(address: string, request: RequestInit = {}): Promise<Response> {
  const response = await fetch(address, { ...request, redirect: 'error' }).catch(() => {
    throw new Refusal('ballot-box-unreachable')
  })
  if (response.ok) return response
  const said = Refused.safeParse(await response.json().catch(() => null))
  throw new Refusal(said.success ? said.data.code : 'ballot-box-unreachable')
}

const codes = Object.keys(refusals) as readonly RefusalCode[]
const Refused = z.object({ code: z.enum(codes) })

/** Puts neighbours of one unit together; says so when the reply was broken off. */
async function* inGroups(lines: AsyncIterable<unknown>): AsyncGenerator<{
  readonly unit: string
  readonly ballots: readonly SealedForTally[]
}> {
  let ballots: SealedForTally[] = []
  let seen = 0
  let last: number | null = null
  for await (const line of lines) {
    const end = LastLine.safeParse(line)
    if (end.success) {
      last = end.data.ballots
      continue
    }
    const ballot = sealedFrom(line)
    const unit = ballots[0]?.ballot.unit
    if (
      unit !== undefined &&
      (unit !== ballot.ballot.unit || ballots.length >= togetherAtMost)
    ) {
      yield { unit, ballots }
      ballots = []
    }
    ballots.push(ballot)
    seen += 1
  }
  const [first] = ballots
  if (first) yield { unit: first.ballot.unit, ballots }
  if (last !== seen) throw new Refusal('ballot-box-unreachable')
}

function sealedFrom(line: unknown): SealedForTally {
  const { ballot, inner } = BallotLine.parse(line)
  return { ballot, inner: fromBase64url(inner) ?? new Uint8Array() }
}
