import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins'
import type { Config } from '../config.ts'
import type { OfficeDatabase } from '../database/office.ts'
import { hashPassword, isPassword } from './password-hash.ts'

const longestSessionSeconds = 12 * 3600

export type SignInLibrary = ReturnType<typeof openSignInLibrary>

/**
 * better-auth on our own database. Nobody can sign themselves up; no address and no browser name
 * is kept; nothing is reported to anyone. A session ends after twelve hours whatever happens.
 */
export function openSignInLibrary(db: OfficeDatabase, config: Config, secret: string) {
  return betterAuth({
    appName: 'Groundwork',
    baseURL: config.origin,
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
    plugins: [twoFactor({ issuer: 'Groundwork' })],
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
