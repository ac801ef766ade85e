import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

describe('starting on a wrong Node', () => {
  let folder: string

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'groundwork-launch-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** Starts as on another machine: an older Node, a platform for which none can be fetched. */
  function launchOn(version: string, platform: string) {
    const disguise = join(folder, 'disguise.cjs')
    writeFileSync(
      disguise,
      `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })
       Object.defineProperty(process, 'platform', { value: '${platform}' })`,
    )
    return spawnSync(
      process.execPath,
      [
        '--require',
        disguise,
        join(root, 'server/launch.mjs'),
        'server/commands/start.ts',
      ],
      { encoding: 'utf8', cwd: folder },
    )
  }

  it('says in one sentence what to install, and stops', () => {
    const { status, stderr, stdout } = launchOn('18.20.0', 'sunos')

    expect(status).toBe(1)
    expect(stdout).toBe('')
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).toContain('Groundwork needs Node 24 or newer and this is Node 18.20.0')
  })

  it('is written so that an old Node can read it', () => {
    const { status } = spawnSync(
      process.execPath,
      ['--check', join(root, 'server/launch.mjs')],
      { encoding: 'utf8' },
    )

    expect(status).toBe(0)
  })

  it('tells how it is used when nothing is named', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(root, 'server/launch.mjs')],
      { encoding: 'utf8' },
    )

    expect(status).toBe(1)
    expect(stderr).toContain('Usage: node server/launch.mjs FILE')
  })
})
