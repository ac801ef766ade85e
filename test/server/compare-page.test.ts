import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { comparePage } from '#server/commands/compare-page.ts'
import { hashOfEmployeePage } from '#server/employee-page.ts'
import { anOpenSurvey } from './journey.ts'
import { testServer } from './test-server.ts'

describe('the employee’s page, fetched from elsewhere', () => {
  it('is the one that the manifest names, and the one built here', async () => {
    await using server = await testServer()
    const { id } = await anOpenSurvey(server)
    const said: string[] = []

    const code = await comparePage([`${server.origin}/answer/${id}#A-CODE`], (line) =>
      said.push(line),
    )

    expect(code).toBe(0)
    expect(said).toContain('  as the manifest says')
    expect(said).toContain('The page is the one that is built here.')
    expect(said.join()).not.toContain('A-CODE')
  })

  it('is told from one in which a single file is another', async () => {
    await using server = await testServer()
    const { id } = await anOpenSurvey(server)
    await using other = await tampering(server.origin)
    const said: string[] = []

    const code = await comparePage(
      [`${server.origin}/answer/${id}`, `${other.origin}/answer/${id}`],
      (line) => said.push(line),
    )

    expect(code).toBe(1)
    expect(said.filter((line) => line.startsWith('DIFFERS'))).toEqual([
      expect.stringMatching(/^DIFFERS: assets\/sealing-[\w-]{8}\.js between /),
    ])
    expect(said.join()).toContain('NOT as the manifest says')
  })

  it('cannot be compared where there is no survey, and the command says so', async () => {
    await using server = await testServer()
    const said: string[] = []

    const code = await comparePage([`${server.origin}/answer/nothing`], (line) =>
      said.push(line),
    )

    expect(code).toBe(1)
    expect(said).toEqual([expect.stringContaining('there is no survey at this address')])
  })

  it('comes out the same when it is built again somewhere else', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'groundwork-build-'))
    const root = join(import.meta.dirname, '..', '..')
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')

    spawnSync(
      process.execPath,
      [vite, 'build', '--mode', 'answer', '--outDir', folder, '--logLevel', 'error'],
      { cwd: root, env: { ...process.env, NODE_ENV: 'production' } },
    )
    const again = await hashOfEmployeePage(folder)
    rmSync(folder, { recursive: true })

    expect(again).toBe(await hashOfEmployeePage())
  }, 120_000)
})

/** Passes everything on, but for the file that seals answers, which gets a line more. */
async function tampering(
  origin: string,
): Promise<AsyncDisposable & { readonly origin: string }> {
  const server: Server = createServer(async ({ url = '/' }, response) => {
    const answer = await fetch(`${origin}${url}`)
    const isSealing = url.startsWith('/assets/sealing-')
    const content = Buffer.from(await answer.arrayBuffer())
    response.writeHead(answer.status)
    response.end(isSealing ? Buffer.concat([content, Buffer.from('//')]) : content)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      await new Promise((done) => server.close(done))
    },
  }
}
