import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { verifyPassword } from 'better-auth/crypto'
import { turnsFor } from './turns.ts'

/**
 * Argon2id with 64 MiB, three passes, four lanes: the second choice of RFC 9106, section 4, for
 * machines without gigabytes to spare, and more than OWASP's least (46 MiB, one pass).
 */
const cost = { memory: 65_536, passes: 3, parallelism: 4 } as const
const prefix = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$`

const derive = promisify(argon2)

/** Two of the four threads Node has for such work: whoever guesses leaves the rest to others. */
const inTurn = turnsFor(2)

/** @returns salt and hash with the cost they were made at, 16 and 32 bytes in base64 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derived(password, salt)
  return `${prefix}${salt.toString('base64')}$${hash.toString('base64')}`
}

/** Whether a password is the one that was hashed, here or by an earlier version (scrypt). */
export async function isPassword({
  hash,
  password,
}: {
  readonly hash: string
  readonly password: string
}): Promise<boolean> {
  if (isOldHash(hash)) return inTurn(() => verifyPassword({ hash, password }))
  const [salt = '', expected = ''] = hash.slice(prefix.length).split('$')
  const found = await derived(password, Buffer.from(salt, 'base64'))
  const wanted = Buffer.from(expected, 'base64')
  return wanted.length === found.length && timingSafeEqual(wanted, found)
}

/** Made by an earlier version, at a lower cost. */
export function isOldHash(hash: string): boolean {
  return !hash.startsWith(prefix)
}

/** Composed in one way, whatever the keyboard sent. */
function derived(password: string, salt: Buffer): Promise<Buffer> {
  const message = password.normalize('NFKC')
  return inTurn(() =>
    derive('argon2id', { message, nonce: salt, tagLength: 32, ...cost }),
  )
}
