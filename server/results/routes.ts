import { Hono } from 'hono'
import { z } from 'zod'
import { locales } from '#surveys/locale.ts'
import { type Identified, memberOf } from '../accounts/access.ts'
import { Assessment, ById } from '../assessments/contract.ts'
import { gives, givesFile } from '../descriptions.ts'
import { accept, reply, replyWritten } from '../doors.ts'
import type { TallyServices } from '../tally/tally-services.ts'
import { Results, SignedRelease, Sources } from './contract.ts'
import { figuresCsv } from './export-figures.ts'
import { approveRelease, giveUp } from './release-results.ts'
import { showResults, showSources, signedReleaseOf } from './show-results.ts'

const OfCodebook = ById.extend({ locale: z.enum(locales) })

const asFile = (name: string) => ({
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': `attachment; filename="${name}"`,
})

export function resultRoutes(services: TallyServices) {
  return new Hono<Identified>()
    .get('/:id', accept('param', ById), gives(Results), async (c) => {
      const { id } = c.req.valid('param')
      return replyWritten(c, await showResults(services, memberOf(c), id))
    })
    .get('/:id/sources', accept('param', ById), gives(Sources), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Sources, await showSources(services, memberOf(c), id))
    })
    .get('/:id/signed', accept('param', ById), gives(SignedRelease), async (c) => {
      const { id } = c.req.valid('param')
      return replyWritten(c, await signedReleaseOf(services, memberOf(c), id))
    })
    .get('/:id/figures.csv', accept('param', ById), givesFile('text/csv'), async (c) => {
      const { id } = c.req.valid('param')
      const csv = await figuresCsv(services, memberOf(c), id)
      return c.body(csv, 200, asFile('figures.csv'))
    })
    .get(
      '/:id/codebook/:locale',
      accept('param', OfCodebook),
      givesFile('text/csv'),
      async (c) => {
        const { id, locale } = c.req.valid('param')
        const csv = await figuresCsv(services, memberOf(c), id, locale)
        return c.body(csv, 200, asFile(`codebook-${locale}.csv`))
      },
    )
    .post('/:id/release', accept('param', ById), gives(Assessment), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Assessment, await approveRelease(services, memberOf(c), id))
    })
    .post('/:id/abort', accept('param', ById), gives(Assessment), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Assessment, await giveUp(services, memberOf(c), id))
    })
}
export type ResultRoutes = ReturnType<typeof resultRoutes>
