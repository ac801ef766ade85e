import type { Authentication } from '../services.ts'
import type { SignInLibrary } from './sign-in-library.ts'

/** ASVS 7.3.1: without a request for so long, a session has ended. */
const idleMilliseconds = 30 * 60_000
/** When it was used last is written down once a minute, not at every request. */
const notedEveryMilliseconds = 60_000

type Sessions = Pick<
  Authentication,
  'userOf' | 'signOut' | 'sessionsOf' | 'endSessions' | 'endSessionsOf'
>

/** Sessions as the library keeps them; `updatedAt` is when one was used last. */
export function sessionsBy(library: SignInLibrary): Sessions {
  return {
    async userOf(headers) {
      const found = await library.api.getSession({ headers })
      if (!found) return null
      const { session, user } = found
      const { internalAdapter } = await library.$context
      const idle = Date.now() - session.updatedAt.getTime()
      if (idle > idleMilliseconds) {
        await internalAdapter.deleteSession(session.token)
        return null
      }
      if (idle > notedEveryMilliseconds) {
        await internalAdapter.updateSession(session.token, { updatedAt: new Date() })
      }
      return user.id
    },

    async signOut(headers) {
      const reply = await library.api.signOut({ headers, asResponse: true })
      return reply.headers.getSetCookie()
    },

    async sessionsOf(headers) {
      const found = await library.api.getSession({ headers })
      if (!found) return []
      const all = await (await library.$context).internalAdapter.listSessions(
        found.user.id,
        { onlyActiveSessions: true },
      )
      return all
        .filter(({ updatedAt }) => Date.now() - updatedAt.getTime() <= idleMilliseconds)
        .map(({ id, createdAt, updatedAt }) => ({
          id,
          begunAt: createdAt.toISOString(),
          usedAt: updatedAt.toISOString(),
          isThis: id === found.session.id,
        }))
    },

    async endSessions(headers, which) {
      const found = await library.api.getSession({ headers })
      if (!found) return 0
      const { internalAdapter } = await library.$context
      const all = await internalAdapter.listSessions(found.user.id)
      const ended = all.filter(({ id }) =>
        which === 'others' ? id !== found.session.id : id === which,
      )
      // PostgreSQL takes no empty list.
      if (ended.length > 0) {
        await internalAdapter.deleteSessions(ended.map(({ token }) => token))
      }
      return ended.length
    },

    async endSessionsOf(userId) {
      const { internalAdapter } = await library.$context
      const all = await internalAdapter.listSessions(userId, { onlyActiveSessions: true })
      await internalAdapter.deleteUserSessions(userId)
      return all.length
    },
  }
}
