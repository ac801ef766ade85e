import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalJson } from '#surveys/ballot/canonical.ts'
import {
  filesIn,
  filesWith,
  findPrivate,
  keysIn,
  openAll,
} from '../../attacks/custody/key-hunt.ts'
import * as journey from '../journey.ts'
import { type TestServer, testServer } from '../test-server.ts'

const { anOpenSurvey, answersAll, cast, close, deliver, left, publish, unseal } = journey

describe('a thief who copied everything at every stage, and comes back after the end', () => {
  let server: TestServer
  let survey: journey.OpenSurvey
  let copies: string
  const stages = ['answered', 'unsealing', 'tallied'] as const
  const copyOf = (stage: string) => join(copies, stage)

  /** All files, or the databases alone as a backup has them. */
  const copy = (stage: string) => {
    cpSync(server.folder, copyOf(stage), { recursive: true })
  }
  const backupOf = (stage: string): string => {
    const folder = `${copyOf(stage)}-backup`
    if (!existsSync(folder)) {
      cpSync(copyOf(stage), folder, {
        recursive: true,
        filter: (path) => !path.endsWith('.key') && basename(path) !== 'keys',
      })
    }
    return folder
  }

  beforeAll(async () => {
    copies = mkdtempSync(join(tmpdir(), 'groundwork-copies-'))
    server = await testServer()
    survey = await anOpenSurvey(server)
    const casting = survey.codes.slice(0, 12).map((code) => {
      return cast(server, survey, code, answersAll('often'))
    })
    await Promise.all(casting)
    copy('answered')
    await close(server, survey)
    await unseal(survey)
    const [first, second] = survey.holders
    if (first) await deliver(server, first)
    copy('unsealing')
    if (second) await deliver(server, second)
    await left(survey.organiser, survey.id, 'unsealing')
    copy('tallied')
    await publish(server, survey)
  })

  afterAll(async () => {
    await server?.[Symbol.asyncDispose]()
    rmSync(copies, { recursive: true, force: true })
  })

  it('would have opened box and shares with the keys of the time: the search works', async () => {
    const atAnswers = await openAll(copyOf('answered'), keysIn(copyOf('answered')))
    const atUnsealing = await openAll(copyOf('unsealing'), keysIn(copyOf('unsealing')))

    expect(atAnswers.buckets).toBeGreaterThan(1)
    expect(atUnsealing.buckets).toBeGreaterThan(1)
    expect(atUnsealing.parts).toBe(1)
  })

  it('opens nothing of any backup with any key that is left', async () => {
    const keys = keysIn(server.folder)

    for (const stage of stages) {
      expect(await openAll(backupOf(stage), keys), stage).toEqual({
        buckets: 0,
        parts: 0,
      })
    }
    expect(keys.length).toBeGreaterThan(100)
  })

  it('opens nothing of a backup with what is in the backup', async () => {
    const folder = backupOf('unsealing')

    expect(await openAll(folder, keysIn(folder))).toEqual({ buckets: 0, parts: 0 })
  })

  it('finds no key of a key holder anywhere, at any stage', async () => {
    const wanted = new Set(survey.holders.map(({ key }) => key.publicKey))

    for (const folder of [server.folder, ...stages.map(copyOf)]) {
      expect(await findPrivate(keysIn(folder), wanted), folder).toEqual([])
    }
  })

  it('finds no key file of the assessment', () => {
    const left = filesIn(server.folder).filter((path) => {
      return basename(path).includes(survey.id)
    })

    expect(left).toEqual([])
  })

  it('finds the answers nowhere in plain text, at any stage', () => {
    const plain = new TextEncoder().encode(canonicalJson(answersAll('often')))

    for (const folder of [server.folder, ...stages.map(copyOf)]) {
      expect(filesWith(folder, plain.subarray(1, 200)), folder).toEqual([])
    }
  })
})
