import { Hono } from 'hono'
import { z } from 'zod'
import { materialKinds } from '#analysis/orientation/material-kinds.ts'
import { locales } from '#surveys/locale.ts'
import { type Identified, memberOf, organiserOf } from '../accounts/access.ts'
import { AssessmentId, ById } from '../assessments/contract.ts'
import { gives, givesFile } from '../descriptions.ts'
import { accept, reply } from '../doors.ts'
import type { Services } from '../services.ts'
import {
  ChangePassage,
  FactValues,
  Form,
  MaterialChoice,
  MaterialText,
  Orientation,
} from './contract.ts'
import {
  describeProgram,
  formsOf,
  orientationOf,
  publishMaterial,
} from './describe-program.ts'
import { changePassage, textOf } from './edit-passages.ts'
import { produceKit, produceMaterial } from './produce-material.ts'

const Choice = MaterialChoice.extend({ id: AssessmentId })
const ChoiceAsFile = Choice.extend({ form: Form })
const InLanguage = z.object({ id: AssessmentId, locale: z.enum(locales) })

const types: Readonly<Record<Form, string>> = {
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
}

const attached = (type: string, name: string) => ({
  'content-type': type,
  'content-disposition': `attachment; filename="${name}"`,
})

export function orientationRoutes(services: Services) {
  return new Hono<Identified>()
    .get('/:id', accept('param', ById), gives(Orientation), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Orientation, await orientationOf(services, memberOf(c), id))
    })
    .put(
      '/:id/facts',
      accept('param', ById),
      accept('json', FactValues),
      gives(Orientation),
      async (c) => {
        const { id } = c.req.valid('param')
        const described = await describeProgram(
          services,
          organiserOf(c),
          id,
          c.req.valid('json'),
        )
        return reply(c, Orientation, described)
      },
    )
    .post(
      '/:id/publication/:locale',
      accept('param', InLanguage),
      gives(Orientation),
      async (c) => {
        const { id, locale } = c.req.valid('param')
        const published = await publishMaterial(services, organiserOf(c), id, [locale])
        return reply(c, Orientation, published)
      },
    )
    .get(
      '/:id/text/:kind/:locale',
      accept('param', Choice),
      gives(MaterialText),
      async (c) => {
        const { id, ...key } = c.req.valid('param')
        return reply(c, MaterialText, await textOf(services, memberOf(c), id, key))
      },
    )
    .put(
      '/:id/text/:kind/:locale',
      accept('param', Choice),
      accept('json', ChangePassage),
      gives(MaterialText),
      async (c) => {
        const { id, ...key } = c.req.valid('param')
        const change = c.req.valid('json')
        const text = await changePassage(services, organiserOf(c), id, key, change)
        return reply(c, MaterialText, text)
      },
    )
    .route('/', fileRoutes(services))
}
export type OrientationRoutes = ReturnType<typeof orientationRoutes>

/** The material as files. */
function fileRoutes(services: Services) {
  return new Hono<Identified>()
    .get(
      '/:id/kit/:locale',
      accept('param', InLanguage),
      givesFile('application/zip'),
      async (c) => {
        const { id, locale } = c.req.valid('param')
        const files = materialKinds.flatMap((kind) =>
          formsOf(kind).map((form) => ({ kind, form, locale })),
        )
        const zip = await produceKit(services, memberOf(c), id, files)
        const name = `orientation-${locale}.zip`
        return c.body(new Uint8Array(zip), 200, attached('application/zip', name))
      },
    )
    .get(
      '/:id/material/:kind/:locale/:form',
      accept('param', ChoiceAsFile),
      givesFile(...Object.values(types)),
      async (c) => {
        const { id, ...file } = c.req.valid('param')
        const bytes = await produceMaterial(services, memberOf(c), id, file)
        const name = `orientation-${file.kind}-${file.locale}.${file.form}`
        return c.body(new Uint8Array(bytes), 200, attached(types[file.form], name))
      },
    )
}
