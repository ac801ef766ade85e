import type { Outcome } from '../attack.ts'
import { tryStateSequences } from '../states/state-sequences.ts'
import { attackStores } from '../stores/all-stores.ts'
import { ballotAttacks, full, longAttacks } from './ballot-attacks.ts'
import type { Tried } from './tried.ts'

/**
 * Every attack on ballots, states and stores at full size, in one table: what was attacked, how
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
  'states in random sequences': async () => [
    fromOutcome(await tryStateSequences(10_000)),
  ],
  'what is stored, on both engines': async () =>
    (await attackStores({ ballots: 5_000, kills: 1_000, flips: 1_000 })).map(fromOutcome),
}

/** Its name ends with the claims it tries, in brackets. */
function fromOutcome({ name, figures, broken }: Outcome): Tried {
  const [, attack = name, numbers = ''] = /^(.*) \(([\d, ]+)\)/.exec(name) ?? []
  const claims = numbers === '' ? [] : numbers.split(',').map(Number)
  const [[, tries = 0] = [], ...others] = Object.entries(figures)
  const told = others.map(([what, value]) => `${what}: ${Number(value.toFixed(3))}`)
  return { attack, claims, tries, gained: told.join(', '), broken }
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
