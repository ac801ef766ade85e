import { Hono } from 'hono'
import { type Identified, memberOf, organiserOf } from '../accounts/access.ts'
import { AssessmentId, ById } from '../assessments/contract.ts'
import { accept, reply } from '../doors.ts'
import type { Services } from '../services.ts'
import {
  AccessRoute,
  MaterialChoice,
  type MaterialKind,
  Orientation,
} from './contract.ts'
import { describeRoute, orientationOf, produceMaterial } from './produce-material.ts'

const Choice = MaterialChoice.extend({ id: AssessmentId })

const types: Readonly<
  Record<MaterialKind, { readonly type: string; readonly ending: string }>
> = {
  slides: {
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    ending: 'pptx',
  },
  handout: { type: 'application/pdf', ending: 'pdf' },
}

export function orientationRoutes(services: Services) {
  return new Hono<Identified>()
    .get('/:id', accept('param', ById), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Orientation, await orientationOf(services, memberOf(c), id))
    })
    .put('/:id/route', accept('param', ById), accept('json', AccessRoute), async (c) => {
      const { id } = c.req.valid('param')
      const route = c.req.valid('json')
      return reply(
        c,
        Orientation,
        await describeRoute(services, organiserOf(c), id, route),
      )
    })
    .get('/:id/material/:kind/:locale', accept('param', Choice), async (c) => {
      const { id, kind, locale } = c.req.valid('param')
      const bytes = await produceMaterial(services, memberOf(c), id, kind, locale)
      const { type, ending } = types[kind]
      return c.body(new Uint8Array(bytes), 200, {
        'content-type': type,
        'content-disposition': `attachment; filename="orientation-${kind}-${locale}.${ending}"`,
      })
    })
}
export type OrientationRoutes = ReturnType<typeof orientationRoutes>
