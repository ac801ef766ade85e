import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '#server/commands/free-port.ts'
import { certificateFor } from './certificate.ts'

const root = join(import.meta.dirname, '..', '..')
const start = join(root, 'server', 'commands', 'start.ts')
const noTickets = `--openssl-config=${join(root, 'server', 'tls.cnf')}`

interface Part {
  readonly process: ChildProcess
  /** everything it has said so far */
  readonly said: () => string
}

/** Starts one part of the installation, and waits until it says that it runs. */
async function run(
  environment: Readonly<Record<string, string>>,
  flags: readonly string[] = [noTickets],
): Promise<Part> {
  const child = spawn(process.execPath, [...flags, start], {
    env: { ...process.env, ...environment },
  })
  let text = ''
  const hear = (chunk: Buffer) => {
    text += chunk.toString()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  await new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.stdout.on('data', () => text.includes('Stop with Ctrl+C') && resolve())
  })
  return { process: child, said: () => text }
}

describe('office and ballot box in two processes, over HTTPS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-split-'))
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const ofOffice = certificateFor('127.0.0.1')
  const ofBox = certificateFor('127.0.0.2')
  const trusted = file('trusted.pem', ofOffice.cert + ofBox.cert)
  let office: Part | undefined
  let box: Part | undefined
  let origin: string
  let ballotOrigin: string
  let boxSettings: Readonly<Record<string, string>>

  beforeAll(async () => {
    const [port, ballotPort] = [await freePort(), await freePort()]
    origin = `https://127.0.0.1:${port}`
    ballotOrigin = `https://127.0.0.2:${ballotPort}`
    office = await run({
      GROUNDWORK_ROLE: 'office',
      GROUNDWORK_PORT: String(port),
      GROUNDWORK_DATA: join(folder, 'office'),
      GROUNDWORK_CERTIFICATE: file('office.pem', ofOffice.cert),
      GROUNDWORK_CERTIFICATE_KEY: file('office.key', ofOffice.key),
      GROUNDWORK_BALLOT_BOX: ballotOrigin,
      NODE_EXTRA_CA_CERTS: trusted,
    })
    const key = /GROUNDWORK_OFFICE_KEY=(\S+)/.exec(office.said())?.[1] ?? office.said()
    boxSettings = {
      GROUNDWORK_ROLE: 'ballot-box',
      GROUNDWORK_BALLOT_HOST: '127.0.0.2',
      GROUNDWORK_BALLOT_PORT: String(ballotPort),
      GROUNDWORK_DATA: join(folder, 'box'),
      GROUNDWORK_BALLOT_CERTIFICATE: file('box.pem', ofBox.cert),
      GROUNDWORK_BALLOT_CERTIFICATE_KEY: file('box.key', ofBox.key),
      GROUNDWORK_ORIGIN: origin,
      GROUNDWORK_OFFICE_KEY: key,
    }
    box = await run(boxSettings)
  })

  afterAll(() => {
    office?.process.kill()
    box?.process.kill()
    rmSync(folder, { recursive: true, force: true })
  })

  const agent = new Agent({ ca: [ofOffice.cert, ofBox.cert], keepAlive: true })
  let cookie = ''

  function ask(method: string, path: string, body?: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const headers = { origin, cookie, 'content-type': 'application/json' }
      const asked = request(origin + path, { method, headers, agent }, (reply) => {
        const set = reply.headers['set-cookie']
        if (set) cookie = set.map((one) => one.split(';')[0]).join('; ')
        let text = ''
        reply.setEncoding('utf8')
        reply.on('data', (chunk: string) => {
          text += chunk
        })
        reply.on('end', () => resolve(text === '' ? null : JSON.parse(text)))
      })
      asked.on('error', reject)
      asked.end(body === undefined ? undefined : JSON.stringify(body))
    })
  }

  it('say on each side what to set on the other', () => {
    expect(office?.said()).toContain(`The office of Groundwork is running at ${origin}`)
    expect(office?.said()).toContain('GROUNDWORK_ROLE=ballot-box')
    expect(box?.said()).toContain(
      `The ballot box of Groundwork is running at ${ballotOrigin}`,
    )
  })

  it('let the example answer through both doors', async () => {
    await ask('POST', '/api/office/example/visit', { as: 'organiser' })
    const job = (await ask('POST', '/api/office/example/fill')) as { id: string }
    let state: { readonly state: string }
    do {
      await new Promise((resolve) => setTimeout(resolve, 200))
      state = (await ask('GET', `/api/office/jobs/${job.id}`)) as typeof state
    } while (state.state === 'running')

    expect(state).toMatchObject({ state: 'finished' })
    expect(await ask('GET', '/api/office/assessments')).toMatchObject([{ state: 'open' }])
  })

  it('share no file', () => {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })

    expect(names.filter((name) => name.startsWith('office/ballot-box'))).toEqual([])
    expect(names.filter((name) => /^box\/.*(office|session)/.test(name))).toEqual([])
  })

  it('give no session ticket where ballots are cast', async () => {
    const { hostname, port } = new URL(ballotOrigin)
    const socket = connect({ host: hostname, port: Number(port), ca: ofBox.cert })
    let tickets = 0
    socket.on('session', () => {
      tickets += 1
    })
    socket.end(
      `GET /state/none HTTP/1.1\r\nhost: ${hostname}\r\nconnection: close\r\n\r\n`,
    )
    const heard: Buffer[] = []
    socket.on('data', (chunk: Buffer) => heard.push(chunk))
    await new Promise((resolve) => socket.once('close', resolve))

    expect(Buffer.concat(heard).toString()).toMatch(/^HTTP\/1\.1 400/)
    expect(socket.getProtocol()).not.toBe('TLSv1.2')
    expect(tickets).toBe(0)
  })

  it('do not start a ballot box that would give session tickets', async () => {
    const elsewhere = {
      GROUNDWORK_BALLOT_PORT: String(await freePort()),
      GROUNDWORK_DATA: join(folder, 'other-box'),
    }
    const other = await run({ ...boxSettings, ...elsewhere }, [])

    expect(other.process.exitCode).toBe(1)
    expect(other.said()).toContain('This Node would give TLS session tickets')
    expect(other.said()).not.toMatch(/\n\s+at /)
  })
})
