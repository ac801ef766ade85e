import { Hono } from 'hono'
import { type Identified, memberOf, organiserOf } from '../accounts/access.ts'
import { ById } from '../assessments/contract.ts'
import { gives, givesFile, givesNothing } from '../descriptions.ts'
import { accept, reply } from '../doors.ts'
import type { Services } from '../services.ts'
import {
  FigureId,
  Figures,
  FiguresFile,
  FiguresPreview,
  KeepFigures,
  TemplateChoice,
  TemplatePeriod,
} from './contract.ts'
import { keepFigures } from './keep-figures.ts'
import { discardFigure, discardFigures, figuresOf } from './kept-figures.ts'
import { previewFigures } from './preview-figures.ts'
import { writeTemplate } from './write-template.ts'

const OneFigure = ById.extend({ figure: FigureId })
const Template = ById.extend(TemplateChoice.shape)

export function indicatorRoutes(services: Services) {
  return new Hono<Identified>()
    .get('/:id', accept('param', ById), gives(Figures), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Figures, await figuresOf(services, memberOf(c), id))
    })
    .get(
      '/:id/template/:locale',
      accept('param', Template),
      accept('query', TemplatePeriod),
      givesFile('text/csv'),
      async (c) => {
        const { id, locale } = c.req.valid('param')
        const { period } = c.req.valid('query')
        const csv = await writeTemplate(services, organiserOf(c), id, period, locale)
        return c.body(csv, 200, {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="hr-figures-${period}-${locale}.csv"`,
        })
      },
    )
    .post(
      '/:id/preview',
      accept('param', ById),
      accept('json', FiguresFile),
      gives(FiguresPreview),
      async (c) => {
        const { id } = c.req.valid('param')
        const { csv } = c.req.valid('json')
        const preview = await previewFigures(services, organiserOf(c), id, csv)
        return reply(c, FiguresPreview, preview)
      },
    )
    .put(
      '/:id/figures',
      accept('param', ById),
      accept('json', KeepFigures),
      gives(Figures),
      async (c) => {
        const { id } = c.req.valid('param')
        const file = c.req.valid('json')
        return reply(c, Figures, await keepFigures(services, organiserOf(c), id, file))
      },
    )
    .delete('/:id/figures', accept('param', ById), givesNothing(), async (c) => {
      await discardFigures(services, organiserOf(c), c.req.valid('param').id)
      return c.body(null, 204)
    })
    .delete(
      '/:id/figures/:figure',
      accept('param', OneFigure),
      givesNothing(),
      async (c) => {
        const { id, figure } = c.req.valid('param')
        await discardFigure(services, organiserOf(c), id, figure)
        return c.body(null, 204)
      },
    )
}
export type IndicatorRoutes = ReturnType<typeof indicatorRoutes>
