import type { Config } from '../config.ts'
import type { OfficeDatabase } from '../database/office.ts'
import { Refusal } from '../refusal.ts'
import type { Authentication, Clock, NewUser } from '../services.ts'
import { hashKey, hashPassword, isOldHash } from './password-hash.ts'
import { secondFactorBy } from './second-factor-library.ts'
import { sessionsBy } from './sessions-library.ts'
import { openSignInLibrary, type SignInLibrary } from './sign-in-library.ts'
import { singleSignOnBy } from './single-sign-on-library.ts'

/** Everything the office asks of the sign-in library. */
export function createAuthentication(
  db: OfficeDatabase,
  config: Config,
  secret: string,
  clock: Clock,
): Authentication {
  const library = openSignInLibrary(db, config, secret, clock)
  return {
    ...sessionsBy(library),
    ...secondFactorBy(library),
    ...passwordsBy(library),
    ...singleSignOnBy(library, config),
  }
}

function passwordsBy(
  library: SignInLibrary,
): Pick<
  Authentication,
  | 'isTaken'
  | 'isOwnPassword'
  | 'createUser'
  | 'removeUser'
  | 'signIn'
  | 'changePassword'
  | 'resetUser'
> {
  return {
    async isTaken(email) {
      const { internalAdapter } = await library.$context
      return (await internalAdapter.findUserByEmail(email)) !== null
    },

    async createUser({ name, email, password, isKey }: NewUser) {
      const { internalAdapter } = await library.$context
      if (await internalAdapter.findUserByEmail(email)) throw new Refusal('email-taken')
      const user = await internalAdapter.createUser(
        { name, email, emailVerified: true },
        { method: 'admin' },
      )
      await internalAdapter.linkAccount({
        userId: user.id,
        providerId: 'credential',
        accountId: user.id,
        password: isKey ? hashKey(password) : await hashPassword(password),
      })
      return user.id
    },

    async removeUser(userId) {
      await (await library.$context).internalAdapter.deleteUser(userId)
    },

    async signIn(email, password) {
      const reply = await library.api.signInEmail({
        body: { email, password },
        asResponse: true,
      })
      if (!reply.ok) return null
      await hashAnew(library, email, password)
      const body: unknown = await reply.json()
      return {
        cookies: reply.headers.getSetCookie(),
        waitsForSecondFactor: 'twoFactorRedirect' in Object(body),
      }
    },

    async isOwnPassword(headers, password) {
      const body = { password }
      return (await library.api.verifyPassword({ body, headers, asResponse: true })).ok
    },

    async changePassword(headers, { current, wanted }) {
      const reply = await library.api.changePassword({
        body: {
          currentPassword: current,
          newPassword: wanted,
          revokeOtherSessions: true,
        },
        headers,
        asResponse: true,
      })
      return reply.ok ? reply.headers.getSetCookie() : null
    },

    async resetUser(userId, password) {
      const { internalAdapter, adapter } = await library.$context
      const where = [{ field: 'userId', value: userId }]
      await internalAdapter.deleteUserSessions(userId)
      await internalAdapter.updatePassword(userId, await hashPassword(password))
      await internalAdapter.updateUser(userId, { twoFactorEnabled: false })
      await adapter.deleteMany({ model: 'twoFactor', where })
      await internalAdapter.deleteUserSessions(userId)
    },
  }
}

/** A password that an earlier version hashed at a lower cost is hashed anew when it is known. */
async function hashAnew(
  library: SignInLibrary,
  email: string,
  password: string,
): Promise<void> {
  const { internalAdapter } = await library.$context
  const found = await internalAdapter.findUserByEmail(email, { includeAccounts: true })
  const account = found?.accounts.find(({ providerId }) => providerId === 'credential')
  if (!found || !account?.password || !isOldHash(account.password)) return
  await internalAdapter.updateAccount(account.id, {
    password: await hashPassword(password),
  })
}
