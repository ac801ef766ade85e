import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { freePort } from '#server/commands/free-port.ts'
import { openOffice } from '#server/database/office.ts'
import { LonePresence } from '#server/database/presence.ts'
import { createJobs } from '#server/jobs/jobs.ts'
import { listen } from '#server/listen.ts'

/** A server whose answer waits until it is let go. */
async function slowServer() {
  const port = await freePort()
  let asked = (): void => {}
  let letGo = (): void => {}
  const wasAsked = new Promise<void>((resolve) => {
    asked = resolve
  })
  const release = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const answer = async (): Promise<Response> => {
    asked()
    await release
    return new Response('done')
  }
  const address = { host: '127.0.0.1', port, origin: '', loopback: true }
  const listening = await listen(
    answer,
    { ...address, certificate: null },
    { leavesNoTrace: false },
  )
  return { url: `http://127.0.0.1:${port}/`, listening, wasAsked, letGo: () => letGo() }
}

describe('a server that stops', () => {
  it('answers who has asked, and lets nobody else in', async () => {
    const { url, listening, wasAsked, letGo } = await slowServer()
    const asked = fetch(url).then(async (reply) => ({
      text: await reply.text(),
      connection: reply.headers.get('connection'),
    }))
    await wasAsked

    const stopped = listening.stop()
    await expect(fetch(url)).rejects.toThrow()
    letGo()

    expect(await asked).toEqual({ text: 'done', connection: 'close' })
    await stopped
  })

  it('does not wait for connections on which nothing is asked', async () => {
    const { url, listening, letGo } = await slowServer()
    letGo()
    const agent = new Agent({ keepAlive: true })
    const asking = request(url, { agent }).end()
    const [reply] = await once(asking, 'response')
    reply.resume()
    await once(reply, 'end')

    await expect(listening.stop()).resolves.toBeUndefined()

    agent.destroy()
  })
})

describe('long work', () => {
  async function aWorkplace() {
    const db = await openOffice(':memory:')
    const presence = new LonePresence()
    const clock = { now: () => new Date('2026-11-21T12:00:00Z') }
    return createJobs({ db, clock, presence, tell: () => undefined })
  }

  it('is waited for until it ends', async () => {
    const jobs = await aWorkplace()
    let finish = (): void => {}
    const finished = new Promise<void>((resolve) => {
      finish = resolve
    })
    const { id } = await jobs.start('us', () => finished)

    const settled = jobs.settle(60_000)
    finish()
    await settled

    expect(await jobs.find('us', id)).toMatchObject({ state: 'finished' })
  })

  it('is not waited for longer than somebody has patience', async () => {
    const jobs = await aWorkplace()
    const { id } = await jobs.start('us', () => new Promise(() => undefined))

    await jobs.settle(1)

    expect(await jobs.find('us', id)).toMatchObject({ state: 'running' })
  })
})
