import type { Config } from '../config.ts'
import type { Authentication } from '../services.ts'
import { joiningCookie } from './join-by-single-sign-on.ts'
import type { SignInLibrary } from './sign-in-library.ts'
import { providerName, staysOnOneHost } from './single-sign-on.ts'

/** Signing in with the organization's own accounts, by the library. */
export function singleSignOnBy(
  library: SignInLibrary,
  { singleSignOn, origin }: Config,
): Pick<Authentication, 'beginSingleSignOn' | 'finishSingleSignOn'> {
  return {
    async beginSingleSignOn(invitation) {
      if (!singleSignOn || !(await staysOnOneHost(singleSignOn))) return null
      const reply = await library.api.signInSocial({
        body: {
          provider: providerName,
          callbackURL: `${origin}/assessments`,
          errorCallbackURL: `${origin}/sign-in`,
          disableRedirect: true,
        },
        asResponse: true,
      })
      if (!reply.ok) return null
      const { url } = (await reply.json()) as { readonly url: string }
      const cookies = [
        ...reply.headers.getSetCookie(),
        joiningCookie(invitation, origin.startsWith('https:')),
      ]
      return { address: url, cookies }
    },

    finishSingleSignOn: (request) => library.handler(request),
  }
}
