import { type Context, Hono } from 'hono'
import { facilitatorOf, type Identified } from '../../accounts/access.ts'
import { ById } from '../../assessments/contract.ts'
import { gives, givesFile } from '../../descriptions.ts'
import { accept, reply } from '../../doors.ts'
import type { Services } from '../../services.ts'
import {
  BringCodebook,
  BringProject,
  BringTable,
  Brought,
  InLanguage,
} from '../contract.ts'
import { bringFile, type FileToBring } from './bring-file.ts'
import { takeCodebook, takeProject, takeTable } from './take-file.ts'

/** Codebook and coded segments for other programs, and back. Facilitators alone. */
export function codingFileRoutes(services: Services) {
  const bring = async (
    c: Context<Identified>,
    id: Parameters<typeof bringFile>[2],
    file: FileToBring,
  ) => reply(c, Brought, await bringFile(services, facilitatorOf(c), id, file))
  return new Hono<Identified>()
    .get(
      '/:id/codebook/:locale',
      accept('param', InLanguage),
      givesFile('application/xml'),
      async (c) => {
        const { id, locale } = c.req.valid('param')
        const file = await takeCodebook(services, facilitatorOf(c), id, locale)
        return c.body(file, 200, download('codebook.qdc', 'application/xml'))
      },
    )
    .get(
      '/:id/project/:locale',
      accept('param', InLanguage),
      givesFile('application/zip'),
      async (c) => {
        const { id, locale } = c.req.valid('param')
        const file = await takeProject(services, facilitatorOf(c), id, locale)
        return c.body(file, 200, download('focus-groups.qdpx', 'application/zip'))
      },
    )
    .get('/:id/table', accept('param', ById), givesFile('text/csv'), async (c) => {
      const { id } = c.req.valid('param')
      const file = await takeTable(services, facilitatorOf(c), id)
      return c.body(file, 200, download('focus-groups.csv', 'text/csv; charset=utf-8'))
    })
    .post(
      '/:id/codebook',
      accept('param', ById),
      accept('json', BringCodebook),
      gives(Brought),
      async (c) => {
        const { id } = c.req.valid('param')
        const file = Buffer.from(c.req.valid('json').file, 'base64')
        return bring(c, id, { kind: 'codebook', file })
      },
    )
    .post(
      '/:id/project',
      accept('param', ById),
      accept('json', BringProject),
      gives(Brought),
      async (c) => {
        const { id } = c.req.valid('param')
        const { file, coder } = c.req.valid('json')
        return bring(c, id, { kind: 'project', file: Buffer.from(file, 'base64'), coder })
      },
    )
    .post(
      '/:id/table',
      accept('param', ById),
      accept('json', BringTable),
      gives(Brought),
      async (c) => {
        const { id } = c.req.valid('param')
        return bring(c, id, { kind: 'table', csv: c.req.valid('json').csv })
      },
    )
}

const download = (name: string, type: string) => ({
  'content-type': type,
  'content-disposition': `attachment; filename="${name}"`,
})
export type CodingFileRoutes = ReturnType<typeof codingFileRoutes>
