import { Hono } from 'hono'
import { type Identified, memberOf, organiserOf } from '../accounts/access.ts'
import { Assessment, ById } from '../assessments/contract.ts'
import { gives } from '../descriptions.ts'
import { accept, reply } from '../doors.ts'
import type { Services } from '../services.ts'
import { NextWave, PlanNext, SayOfUnit, UnitPairs } from './contract.ts'
import { sayOfUnit, unitPairsOf } from './pair-units.ts'
import { nextWaveOf, planNext } from './plan-next.ts'

export function waveRoutes(services: Services) {
  return new Hono<Identified>()
    .get('/:id/next', accept('param', ById), gives(NextWave), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, NextWave, await nextWaveOf(services, memberOf(c), id))
    })
    .post(
      '/:id/next',
      accept('param', ById),
      accept('json', PlanNext),
      gives(Assessment, 201),
      async (c) => {
        const { id } = c.req.valid('param')
        const wanted = c.req.valid('json')
        const draft = await planNext(services, organiserOf(c), id, wanted)
        return reply(c, Assessment, draft, 201)
      },
    )
    .get('/:id/units', accept('param', ById), gives(UnitPairs), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, UnitPairs, await unitPairsOf(services, memberOf(c), id))
    })
    .post(
      '/:id/units',
      accept('param', ById),
      accept('json', SayOfUnit),
      gives(UnitPairs),
      async (c) => {
        const { id } = c.req.valid('param')
        const said = c.req.valid('json')
        return reply(c, UnitPairs, await sayOfUnit(services, organiserOf(c), id, said))
      },
    )
}
export type WaveRoutes = ReturnType<typeof waveRoutes>
