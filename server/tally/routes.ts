import { Hono } from 'hono'
import { type Identified, memberOf, organiserOf } from '../accounts/access.ts'
import { Assessment, type AssessmentId, ById } from '../assessments/contract.ts'
import { gives, givesNothing } from '../descriptions.ts'
import { accept, reply } from '../doors.ts'
import { Job } from '../jobs/contract.ts'
import type { Jobs } from '../jobs/jobs.ts'
import {
  Arrived,
  BeginOpening,
  DeliverPart,
  Opening,
  Participation,
  SealedPart,
  TakePart,
  Unsealing,
} from './contract.ts'
import { countWhenReady } from './count-once.ts'
import { participationOf } from './count-participation.ts'
import { closeAssessment } from './end-asking.ts'
import { unsealingOf } from './show-unsealing.ts'
import { startUnsealing } from './start-unsealing.ts'
import { beginOpening, deliverPart, takePart } from './take-shares.ts'
import type { TallyServices } from './tally-services.ts'

export function tallyRoutes(services: TallyServices & { readonly jobs: Jobs }) {
  return new Hono<Identified>()
    .get('/:id/participation', accept('param', ById), gives(Participation), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Participation, await participationOf(services, memberOf(c), id))
    })
    .post('/:id/close', accept('param', ById), gives(Assessment), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Assessment, await closeAssessment(services, memberOf(c), id))
    })
    .post('/:id/unseal', accept('param', ById), gives(Job, 202), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Job, await startUnsealing(services, organiserOf(c), id), 202)
    })
    .post('/:id/count', accept('param', ById), givesNothing(202), async (c) => {
      const { id } = c.req.valid('param')
      await unsealingOf(services, organiserOf(c), id)
      countInBackground(services, id)
      return c.body(null, 202)
    })
    .get('/:id/unsealing', accept('param', ById), gives(Unsealing), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Unsealing, await unsealingOf(services, memberOf(c), id))
    })
}
export type TallyRoutes = ReturnType<typeof tallyRoutes>

function countInBackground(services: TallyServices, id: AssessmentId): void {
  countWhenReady(services, id).catch((error: unknown) =>
    services.tell({ event: 'failed', error }),
  )
}

/** The key holder's side of the opening: no session is read here; the key says who it is. */
export function openingRoutes(services: TallyServices) {
  return new Hono()
    .post('/begin', accept('json', BeginOpening), gives(Opening), async (c) =>
      reply(c, Opening, await beginOpening(services, c.req.valid('json'))),
    )
    .post('/take', accept('json', TakePart), gives(SealedPart), async (c) =>
      reply(c, SealedPart, await takePart(services, c.req.valid('json'))),
    )
    .post('/deliver', accept('json', DeliverPart), gives(Arrived), async (c) => {
      const { assessment, delivered, isAll } = await deliverPart(
        services,
        c.req.valid('json'),
      )
      if (isAll) countInBackground(services, assessment)
      return reply(c, Arrived, { delivered: [...delivered] })
    })
}
export type OpeningRoutes = ReturnType<typeof openingRoutes>
