import { createApp } from '#server/app.ts'
import { type Described, repliesIn } from '../../server/reply-fits.ts'
import type { TestServer } from '../../server/test-server.ts'
import { pathOf } from '../ballots/office-doors.ts'
import { cookiesOf } from './fuzz-doors.ts'

/** What came of opening every door that only shows something. */
export interface Looked {
  readonly doors: number
  /** those that showed something to somebody, and did not only refuse */
  readonly opened: readonly string[]
  /** replies that the document does not describe */
  readonly wrong: readonly string[]
}

/**
 * Opens every GET door of the OpenAPI document as nobody and in three roles, and holds each real
 * reply against what the document says of it.
 *
 * @param known values of places in addresses, by name
 */
export async function lookThroughDoors(
  { running, origin }: TestServer,
  described: Described,
  known: Readonly<Record<string, string>>,
): Promise<Looked> {
  const app = createApp(running.services)
  const fits = repliesIn(described)
  const cookies = ['', ...(await cookiesOf(app, origin))]
  const paths = Object.keys(described.paths).filter(
    (path) => described.paths[path]?.['get'],
  )
  const opened = new Set<string>()
  const wrong: string[] = []
  for (const path of paths) {
    const door = `GET ${path.replace(/\{(\w+)\}/g, ':$1').replace(/(.)\/$/, '$1')}`
    for (const cookie of cookies) {
      const reply = await app.request(origin + pathOf(door, known), {
        headers: { cookie },
      })
      const type = reply.headers.get('content-type')
      const fault = fits('get', path, {
        status: reply.status,
        type,
        text: await reply.text(),
      })
      if (fault) wrong.push(`${door}: ${fault}`)
      if (reply.ok) opened.add(path)
    }
  }
  return { doors: paths.length, opened: [...opened], wrong }
}
