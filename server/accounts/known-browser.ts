import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { OfficeDatabase } from '../database/office.ts'
import type { Guessing } from '../services.ts'
import { hashOf } from './secrets.ts'
import { SlowDown } from './slow-down.ts'

const livesSeconds = 180 * 24 * 3600

/**
 * A browser in which somebody has signed in before is counted apart when passwords are guessed:
 * whoever guesses at an account slows down strangers, and not its owner. The cookie opens nothing;
 * it holds a random number and whose it is, as a hash only this installation can make.
 */
function knownBrowsers(
  secret: string,
  isSecure: boolean,
): Pick<Guessing, 'knownAs' | 'cookieFor'> {
  const key = createHmac('sha256', secret).update('known browsers').digest()
  const sealOf = (browser: string, email: string): Buffer =>
    createHmac('sha256', key)
      .update(`${browser} ${hashOf(email.toLowerCase())}`)
      .digest()
  // Two people at one desk have one each; who they are, only this installation can tell.
  const nameFor = (email: string): string => {
    const address = `name for ${email.toLowerCase()}`
    const whose = createHmac('sha256', key).update(address).digest('hex')
    return `${isSecure ? '__Secure-' : ''}groundwork.known-${whose.slice(0, 8)}`
  }
  return {
    knownAs(headers, email) {
      const pattern = new RegExp(`(?:^|; )${nameFor(email)}=([\\w-]+)\\.([\\w-]+)`)
      const [, browser = '', seal = ''] = pattern.exec(headers.get('cookie') ?? '') ?? []
      const expected = sealOf(browser, email)
      const given = Buffer.from(seal, 'base64url')
      const isTheirs =
        given.length === expected.length && timingSafeEqual(given, expected)
      return browser !== '' && isTheirs ? browser : null
    },

    cookieFor(email) {
      const browser = randomBytes(16).toString('base64url')
      const value = `${browser}.${sealOf(browser, email).toString('base64url')}`
      const secure = isSecure ? '; Secure' : ''
      return `${nameFor(email)}=${value}; Path=/api/office/accounts; Max-Age=${livesSeconds}; HttpOnly; SameSite=Strict${secure}`
    },
  }
}

/** All that slows guessing down in one installation. */
export function createGuessing(
  db: OfficeDatabase,
  secret: string,
  isSecure: boolean,
): Guessing {
  const slowDown = new SlowDown(db, secret)
  return {
    ...knownBrowsers(secret, isSecure),
    begin: (subject, now) => slowDown.begin(subject, now),
    forgetOld: (now) => slowDown.forgetOld(now),
  }
}
