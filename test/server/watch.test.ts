import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '#server/commands/free-port.ts'
import { version } from '#server/version.ts'
import { createEventCounter } from '#server/watch/count-events.ts'
import { openWatch } from '#server/watch/open-watch.ts'
import { anOpenSurvey, answersAll, cast } from './journey.ts'
import { type TestServer, testServer } from './test-server.ts'

const root = join(import.meta.dirname, '../..')

/** What an operator's tools read at an address. */
async function readAt(port: number, path: string) {
  const reply = await fetch(`http://127.0.0.1:${port}${path}`)
  return { status: reply.status, text: await reply.text() }
}

describe('an office and its ballot box, watched', () => {
  let server: TestServer
  let port: number
  let watching: Awaited<ReturnType<typeof openWatch>>

  beforeAll(async () => {
    server = await testServer()
    port = await freePort()
    const { running } = server
    const counter = createEventCounter()
    counter.counting('office', () => undefined)({ event: 'failed' })
    watching = await openWatch(
      { host: '127.0.0.1', port },
      {
        role: 'all',
        counts: counter.counts,
        checks: { office: () => running.check(), 'ballot-box': () => running.checkBox() },
      },
    )
  })

  afterAll(async () => {
    await watching?.stop()
    await server?.[Symbol.asyncDispose]()
  })

  it('show nothing of who collects and who casts', async () => {
    const survey = await anOpenSurvey(server)
    const before = await readAt(port, '/metrics')
    for (const code of survey.codes.slice(0, 3)) {
      await cast(server, survey, code, answersAll('often'))
    }

    const after = await readAt(port, '/metrics')

    const withoutMemory = (text: string) =>
      text.replace(/^groundwork_memory_bytes .*$/m, '')
    expect(withoutMemory(after.text)).toBe(withoutMemory(before.text))
    expect(after.text).not.toContain(survey.id)
    expect(after.text).not.toMatch(/cpu|request|second.*sum|bucket|lag/i)
  })

  it('are told in the words of Prometheus', async () => {
    const { status, text } = await readAt(port, '/metrics')

    expect(status).toBe(200)
    expect(text).toContain(`groundwork_info{version="${version}",role="all"} 1\n`)
    expect(text).toContain('groundwork_check{check="ballot-box"} 1\n')
    expect(text).toContain('groundwork_events_total{log="office",event="failed"} 1\n')
    for (const line of text.trimEnd().split('\n')) {
      expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{(\w+="[^"\\]*",?)+\})? \d+)$/)
    }
  })

  it('are asked on no address that people open', async () => {
    for (const path of ['/health', '/health/ready', '/metrics']) {
      const { body } = await server.visitor().get(path)
      const { status } = await server.atBallotBox('GET', path)
      expect(String(body)).not.toContain('groundwork_')
      expect(status).toBe(404)
    }
  })

  it('are not ready once they stop', async () => {
    const before = await readAt(port, '/health')

    await server.restart(async () => {
      const meanwhile = await readAt(port, '/health/ready')
      const alive = await readAt(port, '/health/live')
      expect(meanwhile.status).toBe(503)
      expect(JSON.parse(meanwhile.text)).toEqual({
        ready: false,
        checks: { office: 'fails', 'ballot-box': 'fails' },
      })
      expect(alive.status).toBe(200)
    })

    expect(before.status).toBe(200)
  })
})

describe('a ballot box in a process of its own', () => {
  it('can be asked how it is, and stops without a fault when told twice at once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'groundwork-watch-'))
    const [port, watch] = [await freePort(), await freePort()]
    const child = spawn(process.execPath, [join(root, 'server/commands/start.ts')], {
      env: {
        PATH: process.env['PATH'],
        GROUNDWORK_ROLE: 'ballot-box',
        GROUNDWORK_DATA: folder,
        GROUNDWORK_BALLOT_PORT: String(port),
        GROUNDWORK_ORIGIN: 'http://127.0.0.1:1',
        GROUNDWORK_OFFICE_KEY: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
        GROUNDWORK_WATCH_PORT: String(watch),
      },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    await once(child.stdout, 'data')

    const health = await readAt(watch, '/health')
    child.kill('SIGTERM')
    child.kill('SIGTERM')
    const [code] = await once(child, 'exit')

    expect(JSON.parse(health.text)).toEqual({
      ready: true,
      checks: { 'ballot-box': 'works' },
    })
    expect(code).toBe(0)
    await rm(folder, { recursive: true })
  })
})

describe('the version', () => {
  it('is that of the package', () => {
    const { version: packaged } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    )

    expect(version).toBe(packaged)
  })
})
