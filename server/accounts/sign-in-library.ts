import { betterAuth } from 'better-auth'
import { genericOAuth, twoFactor } from 'better-auth/plugins'
import type { Config } from '../config.ts'
import type { OfficeDatabase } from '../database/office.ts'
import type { Clock } from '../services.ts'
import { cookiePrefix } from './cookie-names.ts'
import { invitedOnly } from './join-by-single-sign-on.ts'
import { hashPassword, isPassword } from './password-hash.ts'
import { providerOf, singleSignOnPath } from './single-sign-on.ts'

const longestSessionSeconds = 12 * 3600

export type SignInLibrary = ReturnType<typeof openSignInLibrary>

/**
 * better-auth on our own database. Nobody can sign themselves up; no address and no browser name
 * is kept; nothing is reported to anyone. A session ends after twelve hours whatever happens.
 */
export function openSignInLibrary(
  db: OfficeDatabase,
  config: Config,
  secret: string,
  clock: Clock,
) {
  return betterAuth({
    appName: 'Groundwork',
    baseURL: config.origin,
    basePath: singleSignOnPath,
    onAPIError: { errorURL: `${config.origin}/sign-in` },
    rateLimit: { enabled: false },
    secret,
    database: { db, type: 'sqlite' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 200,
      password: { hash: hashPassword, verify: isPassword },
    },
    session: { expiresIn: longestSessionSeconds, disableSessionRefresh: true },
    account: { accountLinking: { enabled: false } },
    plugins: [
      twoFactor({ issuer: 'Groundwork' }),
      ...(config.singleSignOn ? [genericOAuth(providerOf(config.singleSignOn))] : []),
    ],
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      cookiePrefix: cookiePrefix(config.origin),
      defaultCookieAttributes: { secure: config.origin.startsWith('https:') },
      ipAddress: { disableIpTracking: true },
      // It would put a weaker prefix before ours.
      useSecureCookies: false,
    },
    databaseHooks: {
      user: { create: invitedOnly(db, clock) },
      account: { create: { before: withoutTokens }, update: { before: withoutTokens } },
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

/** What the provider would let us read in somebody's name is nothing we need, and would be copied. */
async function withoutTokens<Account extends object>(account: Account) {
  const data = { ...account, accessToken: null, refreshToken: null, idToken: null }
  return { data }
}
