import type { OfficeDatabase } from '../database/office.ts'
import type { Clock, Services } from '../services.ts'
import { PersonName } from './contract.ts'
import { findInvitation } from './door-keys/invitations.ts'
import { joinOrganization } from './join-organization.ts'
import { hashOf } from './secrets.ts'
import { singleSignOnPath } from './single-sign-on.ts'
import { isNameTaken } from './store.ts'

const name = 'groundwork.joining'
const livesSeconds = 600

/** Carries an invitation past the provider and back, or takes an old one away. */
export function joiningCookie(invitation: string | null, isSecure: boolean): string {
  const age = invitation === null ? 0 : livesSeconds
  const secure = isSecure ? '; Secure' : ''
  return `${name}=${invitation ?? ''}; Path=${singleSignOnPath}; Max-Age=${age}; HttpOnly; SameSite=Lax${secure}`
}

/** What the library tells of the request a user is made in; nothing outside of one. */
interface Asked {
  readonly path?: string
  readonly headers?: Headers | undefined
}

interface NewUser {
  readonly id?: string
  readonly email: string
  readonly name: string
}

/**
 * Nobody comes in by the provider's word alone: who joins has followed a link that was made for
 * the address the provider has verified. An account with a password stays one: whoever runs the
 * provider could otherwise enter as anybody whose address they can make up.
 */
export function invitedOnly(db: OfficeDatabase, clock: Clock) {
  const invitedBy = async (asked: Asked | null, { email }: NewUser) => {
    const secret = secretIn(asked?.headers)
    const found = await findInvitation(db, hashOf(secret), clock.now())
    return found?.email === email.toLowerCase() ? { ...found, secret } : null
  }
  return {
    async before<User extends NewUser>(user: User, asked: Asked | null) {
      if (!comesFromProvider(asked)) return undefined
      const invited = await invitedBy(asked, user)
      if (!invited) return false
      const { data: name } = PersonName.safeParse(user.name)
      const isFree = name && !(await isNameTaken(db, invited.organization.id, name))
      return { data: { ...user, name: isFree ? name : invited.email } }
    },

    async after(
      user: NewUser & { readonly id: string },
      asked: Asked | null,
    ): Promise<void> {
      if (!comesFromProvider(asked)) return
      const invited = await invitedBy(asked, user)
      if (!invited) return
      const { secret, organization } = invited
      // Without a membership the new user can do nothing.
      await joinOrganization(db, organization.id, {
        userId: user.id,
        name: user.name,
        secretHash: hashOf(secret),
        now: clock.now(),
      })
    },
  }
}

const comesFromProvider = (asked: Asked | null): boolean =>
  asked?.path?.startsWith('/callback') === true

/** Whether a request carries an invitation that still holds. */
export async function carriesInvitation(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  headers: Headers,
): Promise<boolean> {
  const secret = secretIn(headers)
  return (await findInvitation(db, hashOf(secret), clock.now())) !== undefined
}

function secretIn(headers: Headers | undefined): string {
  const pattern = new RegExp(`(?:^|; )${name}=([\\w-]+)`)
  return pattern.exec(headers?.get('cookie') ?? '')?.[1] ?? ''
}
