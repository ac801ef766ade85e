import { Hono } from 'hono'
import { type Identified, signedInOf } from '../accounts/access.ts'
import { AssessmentId } from '../assessments/contract.ts'
import { givesFile } from '../descriptions.ts'
import { accept } from '../doors.ts'
import type { Services } from '../services.ts'
import { GroupLength, GroupPaperChoice } from './contract.ts'
import { producePaper } from './produce-paper.ts'

const Choice = GroupPaperChoice.extend({ id: AssessmentId })

const types = { pdf: 'application/pdf', txt: 'text/plain; charset=utf-8' } as const

/** Everything about focus groups that is printed. */
export function groupPaperRoutes(services: Pick<Services, 'db' | 'config' | 'clock'>) {
  return new Hono<Identified>().get(
    '/:id/:kind/:form/:locale',
    accept('param', Choice),
    accept('query', GroupLength),
    givesFile('application/pdf', 'text/plain'),
    async (c) => {
      const { id, ...wished } = c.req.valid('param')
      const { minutes } = c.req.valid('query')
      const paper = { ...wished, minutes }
      const bytes = await producePaper(services, signedInOf(c), id, paper)
      return c.body(new Uint8Array(bytes), 200, {
        'content-type': types[wished.form],
        'content-disposition': `attachment; filename="groups-${wished.kind}-${wished.locale}.${wished.form}"`,
      })
    },
  )
}
