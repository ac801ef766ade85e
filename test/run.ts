/** `npm test`: the checks of the house, then every test, browser tests included. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

function run(file: string, ...args: readonly string[]): boolean {
  const { status } = spawnSync(process.execPath, [join(root, file), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TMPDIR: quick ?? tmpdir() },
  })
  return status === 0
}

const bytesWanted = 4e9

/**
 * A folder in memory, where the machine has one with room: servers under test wait for the disk
 * at every commit, and nobody needs what they wrote after a power cut.
 */
function folderInMemory(): string | null {
  const place = '/dev/shm'
  try {
    const { bavail, bsize } = statfsSync(place)
    return bavail * bsize < bytesWanted ? null : mkdtempSync(join(place, 'groundwork-'))
  } catch {
    return null
  }
}

const quick = folderInMemory()
const named = process.argv.slice(2)
const isSound = named.length > 0 || run('test/house/check.ts')
const isRight = run('node_modules/vitest/vitest.mjs', 'run', ...named)
if (quick) rmSync(quick, { recursive: true, force: true })
process.exit(isSound && isRight ? 0 : 1)
