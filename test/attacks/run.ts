/** `npm run attack`: what an adversary tries on random organizations, and what came of it. */

import { attackAll } from './all-attacks.ts'
import type { Outcome } from './attack.ts'
import { tryRates } from './rates.ts'
import { tryTrees } from './residual-trees.ts'
import { measureUtility } from './utility.ts'

const asked = Number(process.argv[2] ?? 10_000)
if (!Number.isInteger(asked) || asked < 1) {
  process.stderr.write('expected how many organizations to attack, such as 500\n')
  process.exit(2)
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const outcomes = [
  tryTrees(400),
  tryRates(300),
  ...attackAll({ organizations: asked, most: 5000, solved: 160 }, (done) => {
    if (done % Math.ceil(asked / 20) === 0) say(`${done} of ${asked} organizations …`)
  }),
  measureUtility(120, 60, 0.73),
  measureUtility(300, 60, 0.76),
  measureUtility(1000, 8, 0.77),
]
for (const outcome of outcomes) print(outcome)
process.exit(outcomes.every(({ broken }) => broken.length === 0) ? 0 : 1)

function print({ name, figures, broken }: Outcome): void {
  say(`\n${broken.length === 0 ? 'held' : 'BROKEN'}: ${name}`)
  for (const [what, value] of Object.entries(figures)) {
    say(`  ${what}: ${Math.round(100 * value) / 100}`)
  }
  for (const one of broken.slice(0, 10)) say(`  ${one}`)
}
