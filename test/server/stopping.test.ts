import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { freePort } from '#server/commands/free-port.ts'
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
  it('is waited for until it ends', async () => {
    const jobs = createJobs(() => undefined)
    let finish = (): void => {}
    const finished = new Promise<void>((resolve) => {
      finish = resolve
    })
    const { id } = jobs.start('us', () => finished)

    const settled = jobs.settle(60_000)
    finish()
    await settled

    expect(jobs.find('us', id)).toMatchObject({ state: 'finished' })
  })

  it('is not waited for longer than somebody has patience', async () => {
    const jobs = createJobs(() => undefined)
    const { id } = jobs.start('us', () => new Promise(() => undefined))

    await jobs.settle(1)

    expect(jobs.find('us', id)).toMatchObject({ state: 'running' })
  })
})
