import { statSync } from 'node:fs'
import { verifyPassword } from 'better-auth/crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import {
  hashKey,
  hashPassword,
  isOldHash,
  isPassword,
} from '#server/accounts/password-hash.ts'
import { refuseWeakPassword } from '#server/accounts/password-rules.ts'
import { turnsFor } from '#server/accounts/turns.ts'
import { Refusal } from '#server/refusal.ts'
import { accounts, anOffice, codeIn, password, signIn } from './an-office.ts'
import { testServer } from './test-server.ts'

const owner = {
  name: 'Ingrid Solberg',
  email: 'ingrid.solberg@fjordlogistics.example',
  organization: 'Fjord Logistics',
}

function saidOf(password: string): string {
  try {
    refuseWeakPassword(password, owner)
    return 'taken'
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error)
  }
}

describe('a password', () => {
  it.each([
    '1qaz2wsx3edc',
    'qwertyqwerty',
    'Motherfucker',
    'password2026',
    'P@ssw0rd!!!!',
    'Sunshine12345',
  ])('%s is refused: it is among the first that are tried', (common) => {
    expect(saidOf(common)).toBe('password-common')
  })

  it.each([
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'xyxyxyxyxyxyz',
    'abcdefghijklmn',
    'zyxwvutsrqpo',
  ])('%s is refused: it is one piece over and over', (monotonous) => {
    expect(['password-monotonous', 'password-common']).toContain(saidOf(monotonous))
  })

  it.each([
    'ingrid.solberg',
    'FjordLogistics2026',
    'groundwork-ingrid',
    'Solberg!Fjord!1',
  ])('%s is refused: it is made of names that anybody knows', (ofNames) => {
    expect(saidOf(ofNames)).toBe('password-of-names')
  })

  it.each([
    'four plain words here',
    'correct horse battery staple',
    'ål, høst og 9 epler',
    'Ingrid likes rainy tramlines',
  ])('%s is taken, whatever kinds of characters it has', (good) => {
    expect(saidOf(good)).toBe('taken')
  })

  it('is taken when it is random', () => {
    const random = fc.array(fc.constantFrom(...'abcdefghijkmnpqrstuvwxyz23456789'), {
      minLength: 16,
      maxLength: 16,
    })

    fc.assert(
      fc.property(random, (signs) => saidOf(signs.join('')) === 'taken'),
      { numRuns: 300, seed: 7 },
    )
  })

  it('that is weak is refused wherever one is chosen, and longer than twelve does not help', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)

    const reply = await ada.post(`${accounts}/me/password`, {
      current: password,
      wanted: 'qwertyqwerty',
    })

    expect(codeIn(reply)).toBe('password-common')
    expect((await signIn(server.visitor(), 'Ada')).status).toBe(200)
  })
})

describe('the list of common passwords', () => {
  it('is small enough to be read', () => {
    const { size } = statSync(
      new URL('../../server/accounts/common-passwords.txt', import.meta.url),
    )

    expect(size).toBeLessThan(100_000)
  })
})

describe('the hash of a password', () => {
  it('is quick only for a key that nobody could guess, and takes no other', async () => {
    const key = 'k'.repeat(43)
    const hash = hashKey(key)

    expect(await isPassword({ hash, password: key })).toBe(true)
    expect(await isPassword({ hash, password: `${key}k` })).toBe(false)
    expect(await isPassword({ hash, password: '' })).toBe(false)
    expect(isOldHash(hash)).toBe(false)
    expect(hashKey(key)).not.toBe(hash)
  })

  it('is Argon2id at 64 MiB, three passes and four lanes, never the same twice', async () => {
    const [one, other] = await Promise.all([
      hashPassword(password),
      hashPassword(password),
    ])

    expect(one).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=4\$[\w+/]{22}==\$[\w+/]{43}=$/)
    expect(one).not.toBe(other)
    expect(await isPassword({ hash: one, password })).toBe(true)
    expect(await isPassword({ hash: one, password: `${password} ` })).toBe(false)
  })

  it('is that of the same characters, however the keyboard composed them', async () => {
    const hash = await hashPassword('blåbærsyltetøy på skiva')

    const decomposed = 'blåbærsyltetøy på skiva'.normalize('NFD')

    expect(await isPassword({ hash, password: decomposed })).toBe(true)
  })

  it('of an earlier version still opens, and is made anew at the first sign-in', async () => {
    await using server = await testServer()
    await anOffice(server)
    const { db } = server.running.services
    // scrypt (N 16384, r 16, p 1) of the password, as the library made it by default.
    const old = `${'ab'.repeat(16)}:${await scryptOf(password, 'ab'.repeat(16))}`
    await sql`update account set password = ${old}`.execute(db)

    const { status } = await signIn(server.visitor(), 'Ada')

    const { rows } = await sql<{
      password: string
    }>`select password from account`.execute(db)
    expect(await verifyPassword({ hash: old, password })).toBe(true)
    expect(status).toBe(200)
    expect(rows.map((row) => isOldHash(row.password))).toEqual([false])
    expect((await signIn(server.visitor(), 'Ada')).status).toBe(200)
  })
})

async function scryptOf(word: string, salt: string): Promise<string> {
  const { scryptSync } = await import('node:crypto')
  return scryptSync(word, salt, 64, { N: 16_384, r: 16, p: 1, maxmem: 2 ** 26 }).toString(
    'hex',
  )
}

describe('work in turns', () => {
  it('never runs more at once than it was told, and all of it in the end', async () => {
    const inTurn = turnsFor(2)
    let running = 0
    let most = 0
    const work = async () => {
      running += 1
      most = Math.max(most, running)
      await Promise.resolve()
      running -= 1
      return running
    }

    const done = await Promise.all(Array.from({ length: 7 }, () => inTurn(work)))

    expect(done).toHaveLength(7)
    expect(most).toBe(2)
  })
})
