/** `npm test`: the checks of the house, then every test, browser tests included. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

function run(file: string, ...args: readonly string[]): boolean {
  const { status } = spawnSync(process.execPath, [join(root, file), ...args], {
    cwd: root,
    stdio: 'inherit',
  })
  return status === 0
}

const named = process.argv.slice(2)
const isSound = named.length > 0 || run('test/house/check.ts')
const isRight = run('node_modules/vitest/vitest.mjs', 'run', ...named)
process.exit(isSound && isRight ? 0 : 1)
