import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { seededRandom } from '#analysis/statistics/random.ts'
import { readBallots } from '#server/ballot-box/slots/keep-ballots.ts'
import type { Stores, TestStore } from '../../server/ballot-box/a-slot-store.ts'
import type { Outcome } from '../attack.ts'

const unit = 'office'
const people = 70

/**
 * Ends a process that casts ballots, by kill −9 at a random moment, again and again (claim 25).
 * After each end every ballot it acknowledged is there, in that version or a later one, once.
 */
export async function tryKills(stores: Stores, kills: number): Promise<Outcome> {
  const kept = await stores.newStore([{ id: unit, headcount: people }])
  const random = seededRandom('kills')
  const acknowledged = new Map<string, number>()
  const broken: string[] = []
  let [answers, version] = [0, 0]
  for (let kill = 0; kill < kills; kill++) {
    const lines = await castUntilKilled(kept, version, random() * 150)
    answers += lines.length
    for (const line of lines) {
      const [, person = '', cast = ''] = line.match(/^(person \d+) (\d+)$/) ?? []
      const known = acknowledged.get(person) ?? -1
      acknowledged.set(person, Math.max(known, Number(cast)))
    }
    version = 1_000 + Math.max(version, ...acknowledged.values())
    broken.push(
      ...(await lostOrDouble(kept, acknowledged)).map((one) => `${kill}: ${one}`),
    )
  }
  if (answers < kills) broken.push(`only ${answers} ballots were acknowledged in all`)
  const figures = { kills, acknowledged: answers, 'lost or double': broken.length }
  return {
    name: 'kill -9 while casting (25)',
    expects: 'nothing acknowledged is lost or double',
    figures,
    broken,
  }
}

/** @returns what the process said it had kept */
async function castUntilKilled(
  { address, keyFolder, assessment }: TestStore,
  from: number,
  afterMilliseconds: number,
): Promise<readonly string[]> {
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(import.meta.dirname, 'kills.child.ts'),
      ...[address, keyFolder, assessment, unit, `${people}`, `${from}`],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const chunks: Buffer[] = []
  const ended = once(child, 'close')
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  await Promise.race([once(child.stdout, 'data'), ended])
  await setTimeout(afterMilliseconds)
  child.kill('SIGKILL')
  await ended
  const said = Buffer.concat(chunks).toString()
  return said
    .slice(0, said.lastIndexOf('\n') + 1)
    .split('\n')
    .filter(Boolean)
}

async function lostOrDouble(
  kept: TestStore,
  acknowledged: ReadonlyMap<string, number>,
): Promise<readonly string[]> {
  const found = new Map<string, number[]>()
  const after = await kept.another()
  for await (const { ballots } of readBallots(after, kept.assessment)) {
    for (const { nullifier, payload } of ballots) {
      const cast = Number(Buffer.from(payload).toString().replace('answer ', ''))
      const name = Buffer.from(nullifier).toString('hex')
      found.set(name, [...(found.get(name) ?? []), cast])
    }
  }
  await after.ballots.destroy()
  const versions = [...found.values()]
  const there = new Map(
    versions.flat().map((cast): [string, number] => [`person ${cast % people}`, cast]),
  )
  const double = versions.filter(({ length }) => length > 1).map(() => 'a ballot twice')
  const lost = [...acknowledged]
    .filter(([person, cast]) => (there.get(person) ?? -1) < cast)
    .map(([person, cast]) => `${person} ${cast} is lost`)
  return [...double, ...lost]
}
