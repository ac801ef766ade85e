import { Hono } from 'hono'
import { type Identified, memberOf, organiserOf } from '../accounts/access.ts'
import { ById } from '../assessments/contract.ts'
import { gives } from '../descriptions.ts'
import { accept, reply } from '../doors.ts'
import type { Services } from '../services.ts'
import {
  AnswerQuestion,
  AtKeyDoor,
  ByColleague,
  ByKeyHolder,
  KeyDoor,
  KeyHolders,
  KeyLink,
  KeyQuestion,
  KeyRule,
  KeysNamed,
  MakeKey,
  NameKeyHolder,
} from './contract.ts'
import { askKeyHolder, confirmKey, keepPublicKey, lookAtKeyDoor } from './keep-key.ts'
import { keyHoldersOf } from './key-holders.ts'
import { keysNamed } from './keys-named.ts'
import {
  dropKeyHolder,
  linkForKeyHolder,
  nameKeyHolder,
  setKeyRule,
} from './name-key-holders.ts'

/** The workspace's side: who holds the keys. */
export function trusteeRoutes(services: Services) {
  return new Hono<Identified>()
    .get('/:id', accept('param', ById), gives(KeyHolders), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, KeyHolders, await keyHoldersOf(services, memberOf(c), id))
    })
    .get('/named/:user', accept('param', ByColleague), gives(KeysNamed), async (c) => {
      const { user } = c.req.valid('param')
      return reply(c, KeysNamed, await keysNamed(services, memberOf(c), user))
    })
    .post(
      '/:id',
      accept('param', ById),
      accept('json', NameKeyHolder),
      gives(KeyHolders, 201),
      async (c) => {
        const { id } = c.req.valid('param')
        const holder = c.req.valid('json')
        const named = await nameKeyHolder(services, organiserOf(c), id, holder)
        return reply(c, KeyHolders, named, 201)
      },
    )
    .put(
      '/:id/rule',
      accept('param', ById),
      accept('json', KeyRule),
      gives(KeyHolders),
      async (c) => {
        const { id } = c.req.valid('param')
        const { needed } = c.req.valid('json')
        return reply(
          c,
          KeyHolders,
          await setKeyRule(services, organiserOf(c), id, needed),
        )
      },
    )
    .delete(
      '/:id/:holder',
      accept('param', ByKeyHolder),
      gives(KeyHolders),
      async (c) => {
        const { id, holder } = c.req.valid('param')
        return reply(
          c,
          KeyHolders,
          await dropKeyHolder(services, organiserOf(c), id, holder),
        )
      },
    )
    .post(
      '/:id/:holder/link',
      accept('param', ByKeyHolder),
      gives(KeyLink),
      async (c) => {
        const { id, holder } = c.req.valid('param')
        return reply(
          c,
          KeyLink,
          await linkForKeyHolder(services, memberOf(c), id, holder),
        )
      },
    )
}
export type TrusteeRoutes = ReturnType<typeof trusteeRoutes>

/** The key holder's side: no session is read here; link and key say who it is. */
export function keyDoorRoutes(services: Pick<Services, 'db'>) {
  return new Hono()
    .post('/look', accept('json', AtKeyDoor), gives(KeyDoor), async (c) => {
      const { secret } = c.req.valid('json')
      return reply(c, KeyDoor, await lookAtKeyDoor(services, secret))
    })
    .post('/key', accept('json', MakeKey), gives(KeyDoor, 201), async (c) =>
      reply(c, KeyDoor, await keepPublicKey(services, c.req.valid('json')), 201),
    )
    .post('/question', accept('json', AtKeyDoor), gives(KeyQuestion), async (c) => {
      const { secret } = c.req.valid('json')
      return reply(c, KeyQuestion, await askKeyHolder(services, secret))
    })
    .post('/answer', accept('json', AnswerQuestion), gives(KeyDoor), async (c) =>
      reply(c, KeyDoor, await confirmKey(services, c.req.valid('json'))),
    )
}
export type KeyDoorRoutes = ReturnType<typeof keyDoorRoutes>
