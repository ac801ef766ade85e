import { spawn } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { putBallot } from '#server/ballot-box/slots/keep-ballots.ts'
import { aBallot, type Stores, storesOn } from '../ballot-box/a-slot-store.ts'
import { anOpenSurvey, answersAll, cast } from '../journey.ts'
import { type TestServer, testServer } from '../test-server.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const command = join(root, 'server', 'commands', 'groundwork.ts')

interface Said {
  readonly code: number | null
  readonly out: string
  readonly error: string
}

type Settings = Readonly<Record<string, string>>

/** What an operator types, in a process of its own. Ended by force after a while, when given. */
function groundwork(
  settings: Settings,
  words: string,
  killAfter?: number,
): Promise<Said> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', command, ...words.split(' ')],
    { env: { ...process.env, ...settings } },
  )
  let [out, error] = ['', '']
  child.stdout.on('data', (chunk) => (out += chunk))
  child.stderr.on('data', (chunk) => (error += chunk))
  if (killAfter !== undefined)
    void setTimeout(killAfter).then(() => child.kill('SIGKILL'))
  return new Promise((resolve) =>
    child.once('close', (code) => resolve({ code, out, error })),
  )
}

describe('an operator beside a running server', () => {
  let server: TestServer
  let folder: string
  let here: Settings
  let survey: Awaited<ReturnType<typeof anOpenSurvey>>

  beforeAll(async () => {
    server = await testServer()
    survey = await anOpenSurvey(server)
    folder = mkdtempSync(join(tmpdir(), 'groundwork-operator-'))
    here = { GROUNDWORK_DATA: server.folder }
  })

  afterAll(async () => {
    await server?.[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true, force: true })
  })

  /** The settings of a machine that has the keys, and no database yet. */
  function another(keys = true): Settings {
    const data = mkdtempSync(join(folder, 'machine-'))
    if (keys) copyKeysTo(server.folder, data)
    return { GROUNDWORK_DATA: data }
  }

  it('makes backups of both stores while people cast', async () => {
    const [office, box] = [join(folder, 'office'), join(folder, 'box')]
    const casting = survey.codes
      .slice(0, 16)
      .map((code) => cast(server, survey, code, answersAll('often')))

    const made = [
      await groundwork(here, `backup office ${office}`),
      await groundwork(here, `backup ballot-box ${box}`),
    ]

    const replies = await Promise.all(casting)
    expect(made.map(({ code, error }) => [code, error])).toEqual([
      [0, ''],
      [0, ''],
    ])
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([204]))
    expect(made[0]?.out).toContain('No key is in it')
    const verified = await groundwork(here, `verify office ${office}`)
    expect(verified.out).toContain('The keys here open all that is sealed.')
    expect(verified.out).toContain('made by this installation')
    expect((await groundwork(here, `verify ballot-box ${box}`)).code).toBe(0)
  })

  it('reads what would be lost before anything is done, and adds a word to do it', async () => {
    const path = join(folder, 'to-restore')
    await groundwork(here, `backup office ${path}`)
    const there = another()
    const database = join(there['GROUNDWORK_DATA'] ?? '', 'office.sqlite')

    const asked = await groundwork(there, `restore office ${path}`)
    const untouched = !existsSync(database)
    const done = await groundwork(there, `restore office ${path} --yes`)
    const again = await groundwork(there, `restore office ${path} --yes`)

    expect([asked.code, untouched]).toEqual([0, true])
    expect(asked.out).toContain('collecting stops when the office is started')
    expect(asked.out).toContain('Nothing has been done')
    expect([done.code, existsSync(database)]).toEqual([0, true])
    expect(again.code).toBe(1)
    expect(again.error).toContain('empty place')
  })

  it('is told when the keys are not there, and puts back nothing half', async () => {
    const path = join(folder, 'without-keys')
    await groundwork(here, `backup ballot-box ${path}`)
    const there = another(false)

    const verified = await groundwork(there, `verify ballot-box ${path}`)
    const restored = await groundwork(there, `restore ballot-box ${path} --yes`)
    const box = join(there['GROUNDWORK_DATA'] ?? '', 'ballot-box')
    const left = existsSync(box) ? readdirSync(box) : []
    const knowingly = await groundwork(
      there,
      `restore ballot-box ${path} --yes --without-keys`,
    )

    expect(verified.out).toContain('no key here opens its ballots')
    expect(verified.out).toContain('no archive key here')
    expect(restored.code).toBe(1)
    expect(left).toEqual([])
    expect(knowingly.code).toBe(0)
  })

  it('is told of a backup that was changed, cut off, of the other store or of others', async () => {
    const path = join(folder, 'whole')
    await groundwork(here, `backup office ${path}`)
    const bytes = readFileSync(path)
    const changed = Buffer.from(bytes)
    changed.write('X', bytes.indexOf('Autumn'))
    writeFileSync(`${path}-changed`, changed)
    writeFileSync(`${path}-cut`, bytes.subarray(0, bytes.length - 40))
    writeFileSync(`${path}-line`, bytes.subarray(0, bytes.lastIndexOf('\n', -2) + 1))
    const other = another(false)
    writeFileSync(join(mkKeys(other), 'archive.key'), 'of another installation')

    const said = [
      await groundwork(here, `verify office ${path}-changed`),
      await groundwork(here, `verify office ${path}-cut`),
      await groundwork(here, `verify office ${path}-line`),
      await groundwork(here, `verify ballot-box ${path}`),
      await groundwork(other, `restore office ${path} --yes`),
      await groundwork(here, `verify office ${path}-nowhere`),
    ]

    expect(said.map(({ code }) => code)).toEqual([1, 1, 1, 1, 1, 1])
    expect(said.map(({ error }) => error.trim().split('\n').at(-1))).toEqual([
      `${path}-changed was changed since it was written.`,
      `${path}-cut is no backup of Groundwork, or is cut off.`,
      `${path}-line is no backup of Groundwork, or is cut off.`,
      'This is a backup of the office.',
      'The backup was made by another installation, or changed by somebody who has no key of this one.',
      expect.stringContaining('ENOENT'),
    ])
  })

  it('does not write over anything, and reads no store that is not there', async () => {
    const path = join(folder, 'taken')
    writeFileSync(path, 'something else')

    const over = await groundwork(here, `backup office ${path}`)
    const nowhere = await groundwork(another(), `backup office ${path}-new`)

    expect([over.code, nowhere.code]).toEqual([1, 1])
    expect(readFileSync(path, 'utf8')).toBe('something else')
    expect(nowhere.error).toContain('There is no database')
  })
})

describe('a backup or a restore that is ended by force', () => {
  let stores: Stores
  let folder: string

  beforeAll(async () => {
    stores = await storesOn('sqlite')
    folder = mkdtempSync(join(tmpdir(), 'groundwork-killed-'))
  })

  afterAll(async () => {
    await stores[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true, force: true })
  })

  it('leaves the whole or nothing at its place', async () => {
    const kept = await stores.newStore([{ id: 'works', headcount: 3_000 }])
    await putBallot(kept.store, kept.assessment, 'works', aBallot('one'))
    const settings = {
      GROUNDWORK_DATA: folder,
      GROUNDWORK_BALLOT_DATABASE: kept.address,
    }
    const keys = mkKeys({ GROUNDWORK_DATA: join(folder, 'ballot-box') })
    copyFileSync(
      join(kept.keyFolder, `${kept.assessment}.key`),
      join(keys, `${kept.assessment}.key`),
    )
    const whole = join(folder, 'whole')
    const began = performance.now()
    await groundwork(settings, `backup ballot-box ${whole}`)
    const takes = performance.now() - began
    const outcomes: string[] = []

    for (const part of [0.3, 0.6, 0.75, 0.85, 0.95, 1.1]) {
      const path = join(folder, `at-${part}`)
      await groundwork(settings, `backup ballot-box ${path}`, takes * part)
      outcomes.push(await outcomeOf(settings, path))
      const there = { ...settings, GROUNDWORK_BALLOT_DATABASE: `${path}.sqlite` }
      await groundwork(there, `restore ballot-box ${whole} --yes`, 2 * takes * part)
      if (!existsSync(`${path}.sqlite`)) continue
      const { code } = await groundwork(there, `backup ballot-box ${path}.again`)
      outcomes.push(code === 0 ? 'whole' : 'half')
    }

    expect(outcomes.filter((one) => one === 'half')).toEqual([])
    expect(outcomes).toContain('whole')
  })
})

async function outcomeOf(settings: Settings, path: string): Promise<string> {
  if (!existsSync(path)) return 'nothing'
  const { code } = await groundwork(settings, `verify ballot-box ${path}`)
  return code === 0 ? 'whole' : 'half'
}

function copyKeysTo(from: string, to: string): void {
  for (const keys of ['keys', join('ballot-box', 'keys')]) {
    cpSync(join(from, keys), join(to, keys), { recursive: true })
  }
}

/** @returns the folder of keys below a data folder, made where it was not */
function mkKeys(settings: Settings): string {
  const keys = join(settings['GROUNDWORK_DATA'] ?? '', 'keys')
  mkdirSync(keys, { recursive: true })
  return keys
}
