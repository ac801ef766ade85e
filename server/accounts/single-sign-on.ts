import type { GenericOAuthOptions } from 'better-auth/plugins'
import { z } from 'zod'
import type { SingleSignOn } from '../read-setting.ts'

/** Where the sign-in library answers, and the provider sends people back to. */
export const singleSignOnPath = '/api/office/accounts/oidc'

/** How the library knows the provider. */
export const providerName = 'organization'

const discoveryOf = (issuer: string): string =>
  `${issuer}/.well-known/openid-configuration`

/**
 * An OpenID provider by code flow with PKCE. Who somebody is stands in the signed ID token and
 * nowhere else: an address counts only where the provider says it has verified it.
 */
export function providerOf(setting: SingleSignOn): GenericOAuthOptions<string> {
  const { issuer, clientId, clientSecret } = setting
  return {
    config: [
      {
        providerId: providerName,
        discoveryUrl: discoveryOf(issuer),
        clientId,
        clientSecret,
        scopes: ['openid', 'email', 'profile'],
        pkce: true,
        requireIdTokenVerification: true,
        getUserInfo: async ({ idToken }) => personIn(idToken),
      },
    ],
  }
}

const Claims = z.object({
  sub: z.string().min(1),
  email: z.email(),
  email_verified: z.literal(true),
  name: z.string().optional(),
})

/** Whom an ID token names; the library has verified it before. */
function personIn(idToken: string | undefined) {
  const [, payload = ''] = (idToken ?? '').split('.')
  const { data } = Claims.safeParse(jsonIn(payload))
  if (!data) return null
  const { sub, email, name } = data
  return {
    id: sub,
    sub,
    email: email.toLowerCase(),
    emailVerified: true,
    name: name ?? email,
  }
}

function jsonIn(payload: string): unknown {
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}

/** Whoever signs in waits for it. */
const longestAnswerMilliseconds = 10_000

const Discovery = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
})

/** Whether the provider answers, is whom it was set to be, and leads to no other host. */
export async function staysOnOneHost({ issuer }: SingleSignOn): Promise<boolean> {
  const signal = AbortSignal.timeout(longestAnswerMilliseconds)
  const reply = await fetch(discoveryOf(issuer), { redirect: 'error', signal }).catch(
    () => null,
  )
  const { data } = Discovery.safeParse(await reply?.json().catch(() => null))
  if (!data || data.issuer.replace(/\/+$/, '') !== issuer) return false
  const { origin } = new URL(issuer)
  const places = [data.authorization_endpoint, data.token_endpoint, data.jwks_uri]
  return places.every((place) => new URL(place).origin === origin)
}
