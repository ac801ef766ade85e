import { betterAuth } from 'better-auth'
import type { Config } from '../config.ts'
import type { OfficeDatabase } from '../database/office.ts'
import { Refusal } from '../refusal.ts'
import type { Authentication, NewUser } from '../services.ts'

/**
 * Sign-in by better-auth on our own database. Nobody can sign themselves up; no address
 * and no browser name is kept; nothing is reported to anyone.
 */
export function createAuthentication(
  db: OfficeDatabase,
  config: Config,
  secret: string,
): Authentication {
  const auth = createAuth(db, config, secret)
  return {
    async userOf(headers) {
      const session = await auth.api.getSession({ headers })
      return session?.user.id ?? null
    },

    async isTaken(email) {
      const { internalAdapter } = await auth.$context
      return (await internalAdapter.findUserByEmail(email)) !== null
    },

    async createUser({ name, email, password }: NewUser) {
      const { internalAdapter, password: hasher } = await auth.$context
      if (await internalAdapter.findUserByEmail(email)) throw new Refusal('email-taken')
      const user = await internalAdapter.createUser(
        { name, email, emailVerified: true },
        { method: 'admin' },
      )
      await internalAdapter.linkAccount({
        userId: user.id,
        providerId: 'credential',
        accountId: user.id,
        password: await hasher.hash(password),
      })
      return user.id
    },

    async signIn(email, password) {
      const response = await auth.api.signInEmail({
        body: { email, password },
        asResponse: true,
      })
      return response.ok ? response.headers.getSetCookie() : null
    },

    async signOut(headers) {
      const response = await auth.api.signOut({ headers, asResponse: true })
      return response.headers.getSetCookie()
    },
  }
}

function createAuth(db: OfficeDatabase, config: Config, secret: string) {
  return betterAuth({
    baseURL: config.origin,
    secret,
    database: { db, type: 'sqlite' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    session: { expiresIn: 60 * 60 * 12 },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      cookiePrefix: 'groundwork',
      ipAddress: { disableIpTracking: true },
      useSecureCookies: config.origin.startsWith('https:'),
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => ({
            data: { ...session, ipAddress: null, userAgent: null },
          }),
        },
      },
    },
  })
}
