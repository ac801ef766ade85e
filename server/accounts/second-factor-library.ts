import type { Authentication, Proof } from '../services.ts'
import type { SignInLibrary } from './sign-in-library.ts'

/** A code of an app holds for half a minute, and for the half minutes before and after. */
const codeLivesMilliseconds = 5 * 60_000

type SecondFactor = Pick<
  Authentication,
  | 'waitingUser'
  | 'proveSecondFactor'
  | 'beginSecondFactor'
  | 'dropSecondFactor'
  | 'newBackupCodes'
>

/** Codes of an app and backup codes as the library keeps them. */
export function secondFactorBy(library: SignInLibrary): SecondFactor {
  return {
    async proveSecondFactor(headers, proof) {
      const reply = await checked(library, headers, proof)
      if (!reply.ok) return null
      const { token, user } = (await reply.json()) as {
        readonly token: string
        readonly user: { readonly id: string }
      }
      const cookies = reply.headers.getSetCookie()
      if (!(await isFirstUse(library, user.id, proof))) {
        const { internalAdapter } = await library.$context
        // Without cookies the session is that of whoever asks, and goes on.
        if (cookies.length > 0) await internalAdapter.deleteSession(token)
        return null
      }
      return { userId: user.id, cookies }
    },

    async waitingUser(headers) {
      const { internalAdapter, createAuthCookie } = await library.$context
      const { name } = createAuthCookie('two_factor')
      const pairs = (headers.get('cookie') ?? '').split('; ')
      const cookie = pairs.find((pair) => pair.startsWith(`${name}=`)) ?? ''
      // A number nobody can guess; its signature is checked where the code is.
      const [waiting] = /2fa-[\w-]+/.exec(cookie) ?? []
      if (!waiting) return null
      return (await internalAdapter.findVerificationValue(waiting))?.value ?? null
    },

    async beginSecondFactor(headers, password) {
      const reply = await library.api.enableTwoFactor({
        body: { password, method: 'totp' },
        headers,
        asResponse: true,
      })
      if (!reply.ok) return null
      const { totpURI, backupCodes } = (await reply.json()) as {
        readonly totpURI: string
        readonly backupCodes: readonly string[]
      }
      return { address: totpURI, backupCodes }
    },

    async dropSecondFactor(headers, password) {
      const reply = await library.api.disableTwoFactor({
        body: { password },
        headers,
        asResponse: true,
      })
      return reply.ok ? reply.headers.getSetCookie() : null
    },

    async newBackupCodes(headers, password) {
      const reply = await library.api.generateBackupCodes({
        body: { password },
        headers,
        asResponse: true,
      })
      if (!reply.ok) return null
      const { backupCodes } = (await reply.json()) as {
        readonly backupCodes: readonly string[]
      }
      return backupCodes
    },
  }
}

function checked(
  { api }: SignInLibrary,
  headers: Headers,
  { kind, code }: Proof,
): Promise<Response> {
  const question = { body: { code }, headers, asResponse: true } as const
  return kind === 'app' ? api.verifyTOTP(question) : api.verifyBackupCode(question)
}

/** A code that somebody read over a shoulder is not worth a second session (ASVS 6.5.1). */
async function isFirstUse(
  library: SignInLibrary,
  userId: string,
  { kind, code }: Proof,
): Promise<boolean> {
  if (kind === 'backup') return true // the library takes each one once
  const { internalAdapter } = await library.$context
  return internalAdapter.reserveVerificationValue({
    identifier: `used-code ${userId} ${code}`,
    value: 'used',
    expiresAt: new Date(Date.now() + codeLivesMilliseconds),
  })
}
