/** `npm run check`: types, format and lint, import borders, unused code. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const bin = join(import.meta.dirname, '..', '..', 'node_modules')

const checks: readonly (readonly [name: string, tool: string, ...args: string[]])[] = [
  ['types', 'typescript/bin/tsc', '-p', '.'],
  ['format and lint', '@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
  [
    'import borders',
    'dependency-cruiser/bin/dependency-cruiser.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    'surveys',
    'analysis',
    'server',
    'web',
    'test',
  ],
  ['unused code', 'knip/bin/knip.js'],
]

let failed = 0
for (const [name, tool, ...args] of checks) {
  const { status } = spawnSync(process.execPath, [join(bin, tool), ...args], {
    stdio: 'inherit',
  })
  process.stdout.write(`${status === 0 ? 'passed' : 'FAILED'}: ${name}\n`)
  if (status !== 0) failed += 1
}
process.exit(failed === 0 ? 0 : 1)
