import { Hono } from 'hono'
import { gives } from '../descriptions.ts'
import { accept, reply } from '../doors.ts'
import type { Services } from '../services.ts'
import { accountOf, type Identified } from './access.ts'
import { takeRole } from './colleagues.ts'
import {
  BackupCodes,
  ByRole,
  BySession,
  ChangePassword,
  ConfirmSecondFactor,
  Done,
  NewSecondFactor,
  Sessions,
  WithPassword,
  WithPasswordAndCode,
} from './contract.ts'
import {
  beginSecondFactor,
  changePassword,
  confirmSecondFactor,
  dropSecondFactor,
  newBackupCodes,
} from './own-account.ts'
import { withCookies } from './session-cookies.ts'

/** What everybody does with an account of their own, whatever their role. */
export function ownAccountRoutes(services: Services) {
  return new Hono<Identified>()
    .post('/password', accept('json', ChangePassword), gives(Done), async (c) => {
      const { headers } = c.req.raw
      const change = c.req.valid('json')
      return withCookies(c, await changePassword(services, accountOf(c), headers, change))
    })
    .post(
      '/second-factor',
      accept('json', WithPassword),
      gives(NewSecondFactor),
      async (c) => {
        const { password } = c.req.valid('json')
        const { headers } = c.req.raw
        const begun = await beginSecondFactor(services, accountOf(c), headers, password)
        return reply(c, NewSecondFactor, begun)
      },
    )
    .post(
      '/second-factor/confirm',
      accept('json', ConfirmSecondFactor),
      gives(Done),
      async (c) => {
        const { headers } = c.req.raw
        const { code } = c.req.valid('json')
        const person = accountOf(c)
        return withCookies(c, await confirmSecondFactor(services, person, headers, code))
      },
    )
    .post(
      '/second-factor/drop',
      accept('json', WithPasswordAndCode),
      gives(Done),
      async (c) => {
        const { headers } = c.req.raw
        const drop = c.req.valid('json')
        return withCookies(
          c,
          await dropSecondFactor(services, accountOf(c), headers, drop),
        )
      },
    )
    .post(
      '/second-factor/codes',
      accept('json', WithPasswordAndCode),
      gives(BackupCodes),
      async (c) => {
        const proof = c.req.valid('json')
        const { headers } = c.req.raw
        const codes = await newBackupCodes(services, accountOf(c), headers, proof)
        return reply(c, BackupCodes, { backupCodes: [...codes] })
      },
    )
    .route('/', endingRoutes(services))
}

/** What somebody lays down: sessions on other machines, and a second role. */
function endingRoutes(services: Services) {
  return new Hono<Identified>()
    .get('/sessions', gives(Sessions), async (c) => {
      accountOf(c)
      const sessions = await services.authentication.sessionsOf(c.req.raw.headers)
      return reply(c, Sessions, [...sessions])
    })
    .delete('/roles/:role', accept('param', ByRole), gives(Done), async (c) => {
      const person = accountOf(c)
      const { role } = c.req.valid('param')
      await takeRole(services, person, person.userId, role)
      c.set('subject', role)
      return reply(c, Done, { done: true })
    })
    .delete('/sessions/:session', accept('param', BySession), gives(Done), async (c) => {
      accountOf(c)
      const { session } = c.req.valid('param')
      const { headers } = c.req.raw
      const ended = await services.authentication.endSessions(headers, session)
      if (ended === 0) c.set('instead', 'nothing')
      return reply(c, Done, { done: true })
    })
}
