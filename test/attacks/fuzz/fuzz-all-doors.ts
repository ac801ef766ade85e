import { createApp } from '#server/app.ts'
import { completeExample } from '#server/example/complete-example.ts'
import { openApiOf } from '#server/open-api.ts'
import type { Described } from '../../server/reply-fits.ts'
import { testServer } from '../../server/test-server.ts'
import { fuzzDoors } from './fuzz-doors.ts'
import { lookThroughDoors } from './look-through-doors.ts'

const perRound = 10_000

/**
 * Sends strange requests in rounds, each at a survey of its own, and prints what came of them.
 *
 * @returns whether no door failed, showed its code or made the process grow without end
 */
export async function fuzzAllDoors(requests = 100_000): Promise<boolean> {
  const wrong: string[] = [...(await lookThroughExample())]
  let slowest = { door: '', milliseconds: 0 }
  let understood = 0
  let doors = 0
  const rounds = Math.ceil(requests / perRound)
  for (let round = 0; round < rounds; round += 1) {
    const fuzzed = await fuzzDoors(Math.min(perRound, requests), 20261122 + round)
    wrong.push(...fuzzed.wrong)
    understood += fuzzed.understood
    doors = fuzzed.doors
    if (fuzzed.slowest.milliseconds > slowest.milliseconds) slowest = fuzzed.slowest
    const grown = Math.round(fuzzed.growth / 2 ** 20)
    say(
      `  round ${round + 1} of ${rounds}: ${fuzzed.wrong.length} wrong, grew by ${grown} MB`,
    )
  }
  say(
    `Strange requests: ${rounds * Math.min(perRound, requests)} to ${doors} doors, ${understood} understood, ${wrong.length} answered wrongly`,
  )
  say(
    `  slowest reply: ${Math.round(slowest.milliseconds)} ms, ${slowest.door}; memory ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
  )
  for (const line of wrong.slice(0, 20)) say(`  ${line.slice(0, 400)}`)
  return wrong.length === 0
}

/** Holds what every door shows of the completed example against the document. */
async function lookThroughExample(): Promise<readonly string[]> {
  await using server = await testServer()
  const { services } = server.running
  const { assessment } = await completeExample(services, () => undefined)
  const described = openApiOf(createApp(services).routes) as unknown as Described
  const { id } = assessment
  const unit = assessment.units[0]?.id ?? ''
  const known = { id, assessment: id, unit }
  const { doors, opened, wrong } = await lookThroughDoors(server, described, known)
  say(
    `Doors that show something: ${opened.length} of ${doors} opened at the completed example, ${wrong.length} replies not as described`,
  )
  return wrong
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
