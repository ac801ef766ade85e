import type { Engine } from '#server/database/engine.ts'
import { storesOn } from '../../server/ballot-box/a-slot-store.ts'
import type { Outcome } from '../attack.ts'
import { tryCount } from '../stores/count.ts'
import { tryKills } from '../stores/kills.ts'
import { tryOrder } from '../stores/order.ts'
import { tryTampering } from '../stores/tampering.ts'
import { ballotAttacks, full, longAttacks } from './ballot-attacks.ts'
import type { Tried } from './tried.ts'

const kills = 1_000

/**
 * Every attack on ballots and their stores at full size, in one table: what was attacked, how
 * often, what was gained. Takes an hour or two.
 *
 * @returns whether nothing was gained that must not be
 */
export async function attackBallots(): Promise<boolean> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`)
  const all: Tried[] = []
  const groups = { ...ballotAttacks, ...longAttacks, ...storeAttacks }
  for (const [name, attack] of Object.entries(groups)) {
    say(`${name} …`)
    all.push(...(await attack(full)))
  }
  for (const line of table(all)) say(line)
  for (const { attack, broken } of all) {
    for (const one of broken.slice(0, 10)) say(`BROKEN: ${attack}: ${one}`)
  }
  return all.every(({ broken }) => broken.length === 0)
}

const storeAttacks: Readonly<Record<string, () => Promise<readonly Tried[]>>> = {
  'stores on SQLite': () => attackStores('sqlite'),
  'stores on PostgreSQL': () => attackStores('postgres'),
  'counting in sealed buckets': async () => [fromOutcome(tryCount(5_000))],
}

async function attackStores(engine: Engine): Promise<readonly Tried[]> {
  await using stores = await storesOn(engine)
  const works = [{ id: 'works', headcount: 5_000 }]
  return [
    await tryOrder(stores, `${engine}, full`, works, 5_000),
    await tryTampering(stores, 1_000),
    await tryKills(stores, kills),
  ].map(fromOutcome)
}

function fromOutcome({ name, figures, broken }: Outcome): Tried {
  const [[, tries = 0] = [], ...others] = Object.entries(figures)
  const told = others.map(([what, value]) => `${what}: ${Number(value.toFixed(3))}`)
  return { attack: name, claims: [], tries, gained: told.join(', '), broken }
}

function table(all: readonly Tried[]): readonly string[] {
  const rows = all.map(({ attack, claims, tries, gained, broken }) => [
    broken.length === 0 ? 'held' : 'BROKEN',
    claims.join(' '),
    attack,
    String(tries),
    gained,
  ])
  const cells = [['', 'claims', 'attack', 'tries', 'gained'], ...rows]
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  )
  return cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
