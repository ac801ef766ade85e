import { argon2, createHash, randomBytes, timingSafeEqual } from 'node:crypto'
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

const keyPrefix = '$sha256-key$'

/**
 * For a key of 32 random bytes that stands in place of a password: nobody can guess it, so that
 * its hash need not be slow.
 */
export function hashKey(key: string): string {
  const salt = randomBytes(16).toString('base64')
  return `${keyPrefix}${salt}$${digestOf(key, salt).toString('base64')}`
}

const digestOf = (key: string, salt: string): Buffer =>
  createHash('sha256').update(`${salt}$${key}`).digest()

/** Whether a password is the one that was hashed, here or by an earlier version (scrypt). */
export async function isPassword({
  hash,
  password,
}: {
  readonly hash: string
  readonly password: string
}): Promise<boolean> {
  if (isOldHash(hash)) return inTurn(() => verifyPassword({ hash, password }))
  const isKey = hash.startsWith(keyPrefix)
  const [salt = '', expected = ''] = hash
    .slice((isKey ? keyPrefix : prefix).length)
    .split('$')
  const found = isKey
    ? digestOf(password, salt)
    : await derived(password, Buffer.from(salt, 'base64'))
  const wanted = Buffer.from(expected, 'base64')
  return wanted.length === found.length && timingSafeEqual(wanted, found)
}

/** Made by an earlier version, at a lower cost. */
export function isOldHash(hash: string): boolean {
  return !hash.startsWith(prefix) && !hash.startsWith(keyPrefix)
}

/** Composed in one way, whatever the keyboard sent. */
function derived(password: string, salt: Buffer): Promise<Buffer> {
  const message = password.normalize('NFKC')
  return inTurn(() =>
    derive('argon2id', { message, nonce: salt, tagLength: 32, ...cost }),
  )
}
