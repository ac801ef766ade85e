import { Hono } from 'hono'
import { toBase64url } from '#surveys/ballot/bytes.ts'
import type { BallotBox } from '../box.ts'
import {
  BallotLine,
  type Command,
  CommandWords,
  Counts,
  Greeting,
  LastLine,
  Prepared,
  SignedCommand,
  wordsToSign,
} from '../control/contract.ts'
import { streamOf } from '../control/lines.ts'
import { gives } from '../descriptions.ts'
import { accept, reply } from '../doors.ts'
import { Refusal } from '../refusal.ts'
import { isSignedBy } from '../signing-key.ts'
import { answer } from './answer.ts'
import type { BoxServices } from './box-services.ts'
import { isFirstTime, sessionOf } from './command-session.ts'
import { boxHere } from './keep-box.ts'

/**
 * The door where the office, in another process, tells the ballot box what to do. A command
 * must be signed by the office's key, for the latest start of the ballot box, with a number of
 * its own: none works twice, whoever recorded it, and whichever process it is brought to.
 */
export function controlRoutes(services: BoxServices, officeKey: string) {
  const box = boxHere(services)
  const { ballots } = services
  return new Hono()
    .get('/', gives(Greeting), async (c) =>
      reply(c, Greeting, { session: await sessionOf(ballots) }),
    )
    .post('/', accept('json', SignedCommand), async (c) => {
      const { words, signature } = c.req.valid('json')
      if (!isSignedBy(officeKey, wordsToSign(words), signature)) {
        throw new Refusal('command-refused')
      }
      const told = readWords(words)
      if (!(await isFirstTime(ballots, told))) throw new Refusal('command-stale')
      return obey(box, told.command)
    })
}

function readWords(words: string): CommandWords {
  try {
    return CommandWords.parse(JSON.parse(words))
  } catch {
    throw new Refusal('malformed-request')
  }
}

async function obey(box: BallotBox, command: Command): Promise<Response> {
  switch (command.command) {
    case 'prepare':
      return json(Prepared.parse(await box.prepare(command.assessment)))
    case 'publish':
      await box.publish(command.published)
      return answer(204)
    case 'count':
      return json(Counts.parse(Object.fromEntries(await box.count(command.assessment))))
    case 'ballots':
      return ballots(box, command.assessment)
    default:
      await box[command.command](command.assessment)
      return answer(204)
  }
}

const json = (value: unknown): Response => Response.json(value)

/** The first group is fetched before the reply begins, so that a refusal can still be said. */
async function ballots(box: BallotBox, assessment: string): Promise<Response> {
  const groups = box.ballots(assessment)[Symbol.asyncIterator]()
  const first = await groups.next()
  async function* lines(): AsyncGenerator<unknown> {
    let count = 0
    for (let group = first; !group.done; group = await groups.next()) {
      for (const { ballot, inner } of group.value.ballots) {
        yield BallotLine.parse({ ballot, inner: toBase64url(inner) })
        count += 1
      }
    }
    yield LastLine.parse({ ballots: count })
  }
  return new Response(streamOf(lines()), {
    headers: { 'content-type': 'application/jsonl' },
  })
}
