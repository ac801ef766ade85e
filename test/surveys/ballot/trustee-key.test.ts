import { beforeAll, describe, expect, it } from 'vitest'
import { sealAnswers } from '#surveys/ballot/envelope.ts'
import { sealedShareOf } from '#surveys/ballot/open-envelope.ts'
import { readyToOpen, type SealingKey } from '#surveys/ballot/sealing-key.ts'
import {
  answerChallenge,
  challengeFor,
  createTrusteeKey,
  type KeyFile,
  lockKey,
  readRecoveryCode,
  unlockKey,
  writeRecoveryCode,
} from '#surveys/ballot/trustee-key.ts'
import { collect, flip, inventSurvey, keyOf } from './invented-survey.ts'

const passphrase = 'fjord, gruve, hægg, østers'

describe("a trustee's key file", () => {
  let key: SealingKey
  let file: KeyFile
  beforeAll(async () => {
    key = await createTrusteeKey()
    file = await lockKey(key, passphrase)
  })

  it('gives the key back to whoever knows the passphrase', async () => {
    const saved: unknown = JSON.parse(JSON.stringify(file))

    expect(await unlockKey(saved, passphrase)).toEqual(key)
    expect(await unlockKey(saved, `${passphrase} `)).toBe('wrong-passphrase')
  })

  it('takes the passphrase however the keyboard composed its letters', async () => {
    const decomposed = await lockKey(key, 'Å er første'.normalize('NFD'))

    expect(await unlockKey(decomposed, 'Å er første'.normalize('NFC'))).toEqual(key)
  })

  it('holds neither the private key nor anything that repeats', async () => {
    const again = await lockKey(key, passphrase)

    expect(JSON.stringify(file)).not.toContain(
      Buffer.from(key.privateKey).toString('base64url').slice(0, 8),
    )
    expect(again.salt).not.toBe(file.salt)
    expect(again.locked).not.toBe(file.locked)
  })

  it('costs at least 600,000 rounds a guess, whatever the file says', async () => {
    expect(file.iterations).toBeGreaterThanOrEqual(600_000)
    expect(await unlockKey({ ...file, iterations: 1000 }, passphrase)).toBe(
      'not-a-key-file',
    )
    expect(await unlockKey({ ...file, iterations: 1e12 }, passphrase)).toBe(
      'not-a-key-file',
    )
  })

  it('opens no more when it was altered', async () => {
    const { publicKey } = await createTrusteeKey()
    const locked = Buffer.from(flip(Buffer.from(file.locked, 'base64url'), 9))

    const opened = await Promise.all([
      unlockKey({ ...file, publicKey }, passphrase),
      unlockKey({ ...file, iterations: 600_001 }, passphrase),
      unlockKey({ ...file, locked: locked.toString('base64url') }, passphrase),
    ])

    expect(opened).toEqual(opened.map(() => 'wrong-passphrase'))
  })

  it.each([null, 'text', [], {}, { kind: 'groundwork trustee key', version: 2 }])(
    'is not %j',
    async (other) => {
      expect(await unlockKey(other, passphrase)).toBe('not-a-key-file')
    },
  )

  it.each(['salt', 'locked', 'publicKey'] as const)(
    'is none without its %s',
    async (part) => {
      const { [part]: _left, ...rest } = file

      expect(await unlockKey(rest, passphrase)).toBe('not-a-key-file')
    },
  )
})

describe('a recovery sheet', () => {
  it('gives the key back from its letters, typed in any case and spacing', async () => {
    const key = await createTrusteeKey()

    const code = await writeRecoveryCode(key)
    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')

    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){13}$/)
    expect(await readRecoveryCode(typed)).toEqual(key)
  })

  it('notices each single letter that was mistyped, swapped with the next, or left out', async () => {
    const code = (await writeRecoveryCode(await createTrusteeKey())).replaceAll('-', '')
    const mistyped = Array.from(
      code,
      (letter, at) =>
        code.slice(0, at) + (letter === 'Z' ? 'Y' : 'Z') + code.slice(at + 1),
    )
    const swapped = Array.from(
      code.slice(1),
      (next, at) => code.slice(0, at) + next + code[at] + code.slice(at + 2),
    ).filter((text) => text !== code)
    const shorter = [code.slice(1), `${code}0`, '', 'U'.repeat(56)]

    const read = await Promise.all(
      [...mistyped, ...swapped, ...shorter].map((text) => readRecoveryCode(text)),
    )

    expect(read.filter((each) => each !== null)).toEqual([])
  })
})

describe('a challenge', () => {
  it('is answered by the holder of the key and by nobody else', async () => {
    const key = await createTrusteeKey()
    const other = await createTrusteeKey()

    const { sealed, answer } = await challengeFor(key.publicKey)

    expect(answer).toHaveLength(32)
    expect(await answerChallenge(await readyToOpen(key), sealed)).toEqual(answer)
    expect(await answerChallenge(await readyToOpen(other), sealed)).toBeNull()
  })

  it('is another one each time', async () => {
    const { publicKey } = await createTrusteeKey()

    const [one, two] = [await challengeFor(publicKey), await challengeFor(publicKey)]

    expect(one.answer).not.toEqual(two.answer)
  })

  it('does not open a share passed off as one', async () => {
    const survey = await inventSurvey()
    const { ballot } = await collect(survey)
    const inner = await sealAnswers({ age: 3 }, ballot, survey.manifest)
    const share = await sealedShareOf('trustee-0', inner, ballot, survey.manifest)

    const answer = await answerChallenge(
      await keyOf(survey, 'trustee-0'),
      share?.sealed.subarray(16) ?? new Uint8Array(),
    )

    expect(answer).toBeNull()
  })
})
