import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { freePort } from '#server/commands/free-port.ts'
import { readConfig } from '#server/config.ts'
import { wordsToSign } from '#server/control/contract.ts'
import { remoteBox } from '#server/control/remote-box.ts'
import type { BoxEvent } from '#server/events.ts'
import { sealCast } from '#server/example/answer-as-employee.ts'
import { createUnitKey, signBlinded } from '#server/registrar/sign-blinded.ts'
import { openSigningKey, type SigningKey } from '#server/signing-key.ts'
import { startBallotBox } from '#server/start-ballot-box.ts'
import { prepareCollecting } from '#surveys/ballot/collect-ballot.ts'
import {
  type Manifest,
  manifestWords,
  type PublishedManifest,
  type SignedManifest,
} from '#surveys/ballot/manifest.ts'
import { createSealingKey } from '#surveys/ballot/sealing-key.ts'
import { drawSeed } from '#surveys/ballot/seed.ts'
import { hashOfKey } from '#surveys/ballot/unit-key.ts'

const assessment = '5b6b0a4e-5f3f-4c53-9d5c-0f5f7f1f2a11'

/** A ballot box alone, and the key of the office it obeys. */
async function aLoneBox() {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-control-'))
  const key = openSigningKey(join(folder, 'office.key'))
  const installation = readConfig({
    GROUNDWORK_ROLE: 'ballot-box',
    GROUNDWORK_DATA: folder,
    GROUNDWORK_BALLOT_PORT: String(await freePort()),
    GROUNDWORK_ORIGIN: 'http://127.0.0.1:8787',
    GROUNDWORK_OFFICE_KEY: key.publicKey,
  })
  if (installation.role !== 'ballot-box') throw new Error('expected a ballot box')
  const events: BoxEvent[] = []
  const start = () =>
    startBallotBox(installation.ballotBox, (event) => events.push(event))
  let running = await start()
  const { origin } = running
  return {
    origin,
    key,
    async restart() {
      await running[Symbol.asyncDispose]()
      running = await start()
    },
    async [Symbol.asyncDispose]() {
      await running[Symbol.asyncDispose]()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const unitKey = await createUnitKey()
const unitKeyHash = await hashOfKey(unitKey.publicKey)

/** A manifest of one unit, signed. */
async function aManifest(
  key: SigningKey,
  ballotBox: Manifest['ballotBox'],
): Promise<SignedManifest> {
  const sides = ['employee-side', 'provider', 'organiser'] as const
  const trustees = await Promise.all(
    sides.map(async (side) => {
      const { publicKey } = await createSealingKey()
      return { id: side, name: side, side, publicKey }
    }),
  )
  const manifest: Manifest = {
    version: 2,
    assessment,
    organization: 'Works',
    example: false,
    questionnaire: { id: 'core', hash: '' },
    languages: ['en'],
    units: [{ id: 'hall', name: 'Hall', headcount: 300, keyHash: unitKeyHash }],
    people: 300,
    smallestGroup: 10,
    smallestUnit: 16,
    contacts: {},
    resultsBy: '2027-01-15',
    publicationPlan: '',
    trustees,
    trusteesNeeded: 2,
    ballotBox,
    answersBytes: 256,
    pages: '',
  }
  const signature = key.sign(manifestWords(manifest))
  return { manifest, signature, signer: key.publicKey }
}

const withKeys = (signed: SignedManifest): PublishedManifest => ({
  signed,
  unitKeys: [unitKey.publicKey],
})

async function castOne(manifest: Manifest): Promise<number> {
  const collecting = await prepareCollecting(
    manifest,
    'hall',
    unitKey.publicKey,
    drawSeed(),
  )
  const signed = signBlinded(unitKey.privateKey, collecting.blinded)
  const ballot = signed && (await collecting.finish(signed))
  if (!ballot) throw new Error('expected a ballot')
  const sealed = await sealCast(manifest, { ballot, check: collecting.check }, {})
  const { status } = await fetch(`${manifest.ballotBox.origin}/ballot`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ assessment, sealed }),
  })
  return status
}

async function post(origin: string, body: unknown): Promise<number> {
  const { status } = await fetch(`${origin}/control`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return status
}

async function sessionOf(origin: string): Promise<string> {
  const reply = await fetch(`${origin}/control`)
  return ((await reply.json()) as { session: string }).session
}

describe('a ballot box in another process', () => {
  it('does all that one in the same process does', async () => {
    await using lone = await aLoneBox()
    const box = remoteBox(lone.origin, lone.key)

    const prepared = await box.prepare(assessment)
    const signed = await aManifest(lone.key, prepared)
    await box.publish(withKeys(signed))
    await box.open(assessment)
    const cast = await Promise.all(
      Array.from({ length: 270 }, () => castOne(signed.manifest)),
    )
    const counts = await box.count(assessment)
    await box.close(assessment)
    const groups: number[] = []
    const serials = new Set<string>()
    for await (const { unit, ballots } of box.ballots(assessment)) {
      expect(unit).toBe('hall')
      groups.push(ballots.length)
      for (const { ballot } of ballots) serials.add(ballot.serial)
    }
    await box.shred(assessment)

    expect(prepared.origin).toBe(lone.origin)
    expect(new Set(cast)).toEqual(new Set([204]))
    expect(counts).toEqual(new Map([['hall', 270]]))
    expect(groups).toEqual([256, 14])
    expect(serials.size).toBe(270)
    expect(await castOne(signed.manifest)).toBe(404)
  })

  it('does the same again when a command is repeated', async () => {
    await using lone = await aLoneBox()
    const box = remoteBox(lone.origin, lone.key)
    const prepared = await box.prepare(assessment)
    const signed = await aManifest(lone.key, prepared)

    expect(await box.prepare(assessment)).toEqual(prepared)
    for (let time = 0; time < 2; time += 1) await box.publish(withKeys(signed))
    for (let time = 0; time < 2; time += 1) await box.open(assessment)
    for (let time = 0; time < 2; time += 1) await box.close(assessment)
    for (let time = 0; time < 2; time += 1) await box.shred(assessment)
  })

  it('goes forward only', async () => {
    await using lone = await aLoneBox()
    const box = remoteBox(lone.origin, lone.key)
    const signed = await aManifest(lone.key, await box.prepare(assessment))

    await expect(box.open(assessment)).rejects.toMatchObject({ code: 'survey-closed' })
    await box.publish(withKeys(signed))
    await expect(box.close(assessment)).rejects.toMatchObject({ code: 'survey-closed' })
    await box.open(assessment)
    await box.close(assessment)

    await expect(box.open(assessment)).rejects.toMatchObject({ code: 'survey-closed' })
    await expect(box.prepare(assessment)).rejects.toMatchObject({ code: 'survey-closed' })
    await box.shred(assessment)
    await expect(box.publish(withKeys(signed))).rejects.toMatchObject({
      code: 'manifest-refused',
    })
  })

  it('hands over nothing that could still change', async () => {
    await using lone = await aLoneBox()
    const box = remoteBox(lone.origin, lone.key)
    const signed = await aManifest(lone.key, await box.prepare(assessment))
    await box.publish(withKeys(signed))
    await box.open(assessment)

    const reading = box.ballots(assessment)[Symbol.asyncIterator]().next()

    await expect(reading).rejects.toMatchObject({ code: 'assessment-not-closed' })
  })

  it('obeys nobody but the office whose key it was given', async () => {
    await using lone = await aLoneBox()
    const other = mkdtempSync(join(tmpdir(), 'groundwork-other-'))
    const stranger = openSigningKey(join(other, 'stranger.key'))

    await expect(
      remoteBox(lone.origin, stranger).prepare(assessment),
    ).rejects.toMatchObject({
      code: 'command-refused',
    })
    const prepared = await remoteBox(lone.origin, lone.key).prepare(assessment)
    const signed = await aManifest(stranger, prepared)
    await expect(
      remoteBox(lone.origin, lone.key).publish(withKeys(signed)),
    ).rejects.toMatchObject({
      code: 'manifest-refused',
    })
    rmSync(other, { recursive: true })
  })

  it('takes no command twice, and none that was meant for an earlier start', async () => {
    await using lone = await aLoneBox()
    const session = await sessionOf(lone.origin)
    const written = (number: number, words = session) => {
      const text = JSON.stringify({
        session: words,
        once: `${number}`.padEnd(22, 'x'),
        command: { command: 'prepare', assessment },
      })
      return { words: text, signature: lone.key.sign(wordsToSign(text)) }
    }

    const first = await post(lone.origin, written(5))
    const again = await post(lone.origin, written(5))
    const earlier = await post(lone.origin, written(4))
    const next = await post(lone.origin, written(6))
    const elsewhere = await post(lone.origin, written(7, 'another session'))
    await lone.restart()
    const afterwards = await post(lone.origin, written(8))

    expect([first, again, earlier, next, elsewhere, afterwards]).toEqual([
      200, 409, 200, 200, 409, 409,
    ])
  })

  it('takes no signature made for something else', async () => {
    await using lone = await aLoneBox()
    const session = await sessionOf(lone.origin)
    const words = JSON.stringify({
      session,
      once: 'x'.repeat(22),
      command: { command: 'prepare', assessment },
    })

    const bare = await post(lone.origin, { words, signature: lone.key.sign(words) })
    const changed = await post(lone.origin, {
      words: words.replace('prepare', 'shred'),
      signature: lone.key.sign(wordsToSign(words)),
    })
    const signedNonsense = await post(lone.origin, {
      words: 'none',
      signature: lone.key.sign(wordsToSign('none')),
    })

    expect([bare, changed, signedNonsense]).toEqual([403, 403, 400])
  })

  it('is obeyed again by itself after the ballot box was started anew', async () => {
    await using lone = await aLoneBox()
    const box = remoteBox(lone.origin, lone.key)
    const before = await box.prepare(assessment)
    await lone.restart()

    expect(await box.prepare(assessment)).toEqual(before)
  })

  it('keeps what was cast when it is started anew', async () => {
    await using lone = await aLoneBox()
    const box = remoteBox(lone.origin, lone.key)
    const signed = await aManifest(lone.key, await box.prepare(assessment))
    await box.publish(withKeys(signed))
    await box.open(assessment)
    await castOne(signed.manifest)
    await lone.restart()
    await castOne(signed.manifest)

    expect(await box.count(assessment)).toEqual(new Map([['hall', 2]]))
  })
})

describe('a reply that is broken off', () => {
  it('is not taken for the whole', async () => {
    const line = JSON.stringify({
      ballot: { assessment, unit: 'hall', serial: '', prefix: '', signature: '' },
      inner: '',
    })
    const server = createServer((asked: IncomingMessage, reply) => {
      if (asked.method === 'GET') reply.end(JSON.stringify({ session: 's' }))
      else reply.end(`${line}\n${line}\n`)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const folder = mkdtempSync(join(tmpdir(), 'groundwork-broken-'))
    const box = remoteBox(
      `http://127.0.0.1:${port}`,
      openSigningKey(join(folder, 'office.key')),
    )
    const read = async () => {
      let ballots = 0
      for await (const group of box.ballots(assessment)) ballots += group.ballots.length
      return ballots
    }

    await expect(read()).rejects.toMatchObject({ code: 'ballot-box-unreachable' })
    server.close()
    rmSync(folder, { recursive: true })
  })
})
