import { Hono } from 'hono'
import { type Identified, memberOf, organiserOf } from '../accounts/access.ts'
import { Assessment, ById } from '../assessments/contract.ts'
import { frozenManifestText } from '../assessments/publication-plan.ts'
import { SignedManifest } from '../control/contract.ts'
import type { CrowdDoor } from '../crowd-door.ts'
import { gives, givesNothing } from '../descriptions.ts'
import { accept, reply, replySameSize, replyToAll } from '../doors.ts'
import { Job } from '../jobs/contract.ts'
import type { Jobs } from '../jobs/jobs.ts'
import type { Services } from '../services.ts'
import { collectBallot, lookUpCode } from './collect-ballot.ts'
import {
  ByAssessment,
  CollectBallot,
  Collected,
  LookedUp,
  LookUp,
  Stopped,
} from './contract.ts'
import { type FreezingReach, startFreezing } from './freeze-assessment.ts'
import { openCollecting } from './open-collecting.ts'
import type { Registrar } from './registrar.ts'
import { AgreeToWishes, OfUnit, Wishes } from './resets/contract.ts'
import { grantResets, wishesOf } from './resets/grant-resets.ts'
import { wishForReset } from './resets/wish-for-reset.ts'
import { hasStopped, resumeCollecting } from './restored.ts'

/** The office's side of the registrar. */
export function registrarRoutes(services: FreezingReach & { readonly jobs: Jobs }) {
  return new Hono<Identified>()
    .post('/:id/freeze', accept('param', ById), gives(Job, 202), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Job, await startFreezing(services, organiserOf(c), id), 202)
    })
    .post('/:id/open', accept('param', ById), gives(Assessment), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Assessment, await openCollecting(services, organiserOf(c), id))
    })
    .get('/:id/stopped', accept('param', ById), gives(Stopped), async (c) => {
      const { id } = c.req.valid('param')
      const stopped = await hasStopped(services, memberOf(c), id)
      return reply(c, Stopped, { stopped })
    })
    .post('/:id/resume', accept('param', ById), gives(Assessment), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Assessment, await resumeCollecting(services, memberOf(c), id))
    })
    .get('/:id/wishes', accept('param', ById), gives(Wishes), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Wishes, await wishesOf(services, memberOf(c), id))
    })
    .post(
      '/:id/wishes/:unit',
      accept('param', OfUnit),
      accept('json', AgreeToWishes),
      gives(Wishes),
      async (c) => {
        const place = c.req.valid('param')
        const { wished } = c.req.valid('json')
        await grantResets(services, memberOf(c), place, wished)
        return reply(c, Wishes, await wishesOf(services, memberOf(c), place.id))
      },
    )
}
export type RegistrarRoutes = ReturnType<typeof registrarRoutes>

/**
 * The employee's side: no session is read here.
 *
 * @param crowd lets them in
 */
export function collectRoutes(
  services: Pick<Services, 'db'> & { readonly registrar: Registrar },
  crowd: CrowdDoor,
) {
  return new Hono()
    .post('/look', accept('json', LookUp), gives(LookedUp), async (c) => {
      const asked = c.req.valid('json')
      const found = await crowd.pass(asked.work, () => lookUpCode(services, asked))
      return replySameSize(c, LookedUp, found)
    })
    .post('/again', accept('json', LookUp), givesNothing(), async (c) => {
      const asked = c.req.valid('json')
      await crowd.pass(asked.work, () => wishForReset(services, asked))
      return c.body(null, 204)
    })
    .post('/', accept('json', CollectBallot), gives(Collected), async (c) => {
      const asked = c.req.valid('json')
      const blindSignature = await crowd.pass(asked.work, () =>
        collectBallot(services, asked),
      )
      return reply(c, Collected, { blindSignature })
    })
}

/** What everybody can check before answering, the same bytes for all. */
export function manifestRoutes({ db }: Pick<Services, 'db'>) {
  return new Hono().get(
    '/:assessment',
    accept('param', ByAssessment),
    gives(SignedManifest),
    async (c) => {
      const { assessment: id } = c.req.valid('param')
      return replyToAll(c, await frozenManifestText({ db }, { id }))
    },
  )
}
