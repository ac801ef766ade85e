import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

const unit = read('server/operating/groundwork.service')
const container = read('server/operating/Containerfile')
const security = read('SECURITY.md')
const operating = read('OPERATING.md')

/** The paths of the project that a command names, as they stand in an installation. */
const pathsIn = (command: string): readonly string[] =>
  [...command.matchAll(/\/opt\/groundwork\/([\w./-]+)/g)].map(([, path = '']) => path)

describe('the unit for systemd and the container', () => {
  const ofUnit = /^ExecStart=(.*)$/m.exec(unit)?.[1] ?? ''
  const ofContainer = /^CMD \[(.*)\]$/m.exec(container)?.[1] ?? ''

  it('start the same, by files that are there', () => {
    const words = ofContainer.split(', ').map((word) => word.replaceAll('"', ''))

    expect(ofUnit).toBe(['/usr/bin/node', ...words.slice(1)].join(' '))
    expect(pathsIn(ofUnit)).toHaveLength(2)
    for (const path of pathsIn(ofUnit))
      expect(existsSync(join(root, path)), path).toBe(true)
  })

  it('start as the launcher does, with the TLS settings that give no tickets', () => {
    const launcher = read('server/launch.mjs')

    for (const flag of ofUnit.match(/--[\w-]+/g) ?? []) expect(launcher).toContain(flag)
    expect(ofUnit).toContain('--openssl-config=/opt/groundwork/server/tls.cnf')
  })

  it('take along what runs, and neither tests nor version control', () => {
    const copied = [...container.matchAll(/^COPY (?!--from)(.*) \S+$/gm)].flatMap(
      ([, names = '']) => names.split(' '),
    )

    expect(copied).toEqual(expect.arrayContaining(['server', 'package-lock.json']))
    expect(copied.filter((name) => !existsSync(join(root, name)))).toEqual([])
    expect(copied.filter((name) => /^(\.|test|\.git)$/.test(name))).toEqual([])
    expect(container).toMatch(/^RUN npm prune --omit=dev/m)
    expect(container).toMatch(/^USER \d+$/m)
  })

  it('let the process write to one folder, and gain nothing', () => {
    for (const line of [
      'NoNewPrivileges=yes',
      'ProtectSystem=strict',
      'StateDirectory=groundwork',
      'StateDirectoryMode=0700',
      'CapabilityBoundingSet=',
      'UMask=0077',
      'LimitCORE=0',
      'MemorySwapMax=0',
    ]) {
      expect(unit.split('\n')).toContain(line)
    }
    expect(unit).not.toMatch(/^(ReadWritePaths|User=root)/m)
  })

  it('leave more time to stop than answers and long work may take', () => {
    const seconds = Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1])
    const grace = /graceMilliseconds = (\d+)_000/.exec(read('server/listen.ts'))?.[1]
    const jobs = /jobsMayTakeMilliseconds = (\d+)_000/.exec(
      read('server/start-office.ts'),
    )?.[1]

    expect(seconds).toBeGreaterThan(Number(grace) + Number(jobs))
    expect(operating).toContain(`--stop-timeout ${seconds}`)
  })
})

describe('the table of ASVS', () => {
  const rows = (security.match(/^\| +\d.*\|$/gm) ?? []).map((line) => {
    const [, numbers = '', state = '', , tests = ''] = line
      .split('|')
      .map((cell) => cell.trim())
    const named = [...tests.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path)
    const isOfLevel3 = numbers.endsWith('(L3)')
    return { numbers: numbers.replace(' (L3)', '').split(', '), isOfLevel3, state, named }
  })

  it('names tests that exist, and one for everything that is met', () => {
    for (const { numbers, state, named } of rows) {
      const missing = named.filter((path) => !existsSync(join(root, path)))
      expect(missing, numbers.join()).toEqual([])
      expect(['met', 'partly', 'not met', 'n/a'], numbers.join()).toContain(state)
      if (state === 'met') expect(named.length, numbers.join()).toBeGreaterThan(0)
    }
  })

  it('answers each requirement once, as many as levels 1 and 2 have, and counts them', () => {
    const answered = rows
      .filter(({ isOfLevel3 }) => !isOfLevel3)
      .flatMap(({ numbers, state }) => numbers.map((number) => ({ number, state })))
    const counted = ['met', 'partly', 'not met', 'n/a'].map(
      (state) => `${answered.filter((one) => one.state === state).length} ${state}`,
    )

    expect(new Set(answered.map(({ number }) => number)).size).toBe(253)
    expect(answered).toHaveLength(253)
    expect(security).toContain(
      `Of 253 requirements of levels 1 and 2: ${counted.join(', ')}.`,
    )
  })
})

describe('the packages', () => {
  it('are all named by their hash, and by no host', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { integrity?: string; resolved?: string }>
    }
    const ofOthers = Object.entries(packages).filter(([path]) => path !== '')

    expect(ofOthers.filter(([, { integrity }]) => integrity === undefined)).toEqual([])
    expect(ofOthers.filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
  })
})
