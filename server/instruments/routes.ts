import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { type Identified, memberOf, organiserOf } from '../accounts/access.ts'
import { ById } from '../assessments/contract.ts'
import { gives, givesFile, givesNothing } from '../descriptions.ts'
import { accept, reply } from '../doors.ts'
import type { Services } from '../services.ts'
import {
  BroughtFile,
  InstrumentFile,
  InstrumentPreview,
  Instruments,
  KeepInstrument,
  OneInstrument,
  OwnFile,
} from './contract.ts'
import { keepInstrument } from './keep-instrument.ts'
import { discardInstrument, instrumentsOf } from './kept-instruments.ts'
import { previewInstrument } from './preview-instrument.ts'
import { type WrittenInstrument, writeKept, writeOwn } from './write-instrument.ts'

/** Files are large: nobody else's is even read. */
const organisersOnly: MiddlewareHandler<Identified> = async (c, next) => {
  organiserOf(c)
  await next()
}

/** The questionnaire as other tools read it: SurveyJS, XLSForm. */
const formats = [
  'application/json',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]

export function instrumentRoutes(services: Services) {
  return new Hono<Identified>()
    .get('/:id', accept('param', ById), gives(Instruments), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Instruments, await instrumentsOf(services, memberOf(c), id))
    })
    .post(
      '/:id/preview',
      organisersOnly,
      accept('param', ById),
      accept('json', BroughtFile),
      gives(InstrumentPreview),
      async (c) => {
        const { id } = c.req.valid('param')
        const file = Buffer.from(c.req.valid('json').file, 'base64')
        const preview = await previewInstrument(services, organiserOf(c), id, file)
        return reply(c, InstrumentPreview, preview)
      },
    )
    .post(
      '/:id/instruments',
      organisersOnly,
      accept('param', ById),
      accept('json', KeepInstrument),
      gives(Instruments),
      async (c) => {
        const { id } = c.req.valid('param')
        const brought = c.req.valid('json')
        const kept = await keepInstrument(services, organiserOf(c), id, brought)
        return reply(c, Instruments, kept)
      },
    )
    .delete(
      '/:id/instruments/:instrument',
      accept('param', OneInstrument),
      givesNothing(),
      async (c) => {
        const { id, instrument } = c.req.valid('param')
        await discardInstrument(services, organiserOf(c), id, instrument)
        return c.body(null, 204)
      },
    )
    .get(
      '/:id/instruments/:instrument/:format',
      accept('param', InstrumentFile),
      givesFile(...formats),
      async (c) => {
        const { id, instrument, format } = c.req.valid('param')
        return send(c, await writeKept(services, memberOf(c), id, instrument, format))
      },
    )
    .get(
      '/:id/own/:format',
      accept('param', OwnFile),
      givesFile(...formats),
      async (c) => {
        const { id, format } = c.req.valid('param')
        return send(c, await writeOwn(services, memberOf(c), id, format))
      },
    )
}

const send = (c: Context, { name, type, bytes }: WrittenInstrument) =>
  c.body(bytes, 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
  })

export type InstrumentRoutes = ReturnType<typeof instrumentRoutes>
