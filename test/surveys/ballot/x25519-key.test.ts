import { createPublicKey, diffieHellman, generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { sealTo } from '#surveys/ballot/sealing-key.ts'
import { readX25519Key } from '#surveys/ballot/x25519-key.ts'
import { pointsThatProtectNothing } from './low-order-points.ts'

const written = (hex: string): string => Buffer.from(hex, 'hex').toString('base64url')

describe('an X25519 key', () => {
  it('is read when it is one that somebody drew', () => {
    for (let draw = 0; draw < 100; draw += 1) {
      const { x = '' } = generateKeyPairSync('x25519').publicKey.export({ format: 'jwk' })

      expect(readX25519Key(x)).toEqual(new Uint8Array(Buffer.from(x, 'base64url')))
    }
  })

  it.each([
    ['the base point', `09${'00'.repeat(31)}`],
    [
      'Alice’s of RFC 7748',
      '8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a',
    ],
    [
      'Bob’s of RFC 7748',
      'de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f',
    ],
  ])('is read when it is %s', (_, hex) => {
    expect(readX25519Key(written(hex))).toHaveLength(32)
  })

  it.each(pointsThatProtectNothing)('is none when it is %s', async (_, key) => {
    expect(readX25519Key(key)).toBeNull()
    await expect(sealTo(key, ['a purpose'], new Uint8Array(8))).rejects.toThrow(
      RangeError,
    )
  })

  it.each(pointsThatProtectNothing.filter(([name]) => !name.includes('Bernstein')))(
    'would give everybody the secret of %s, as OpenSSL finds, too',
    (_, key) => {
      const { privateKey } = generateKeyPairSync('x25519')
      const publicKey = createPublicKey({
        key: { kty: 'OKP', crv: 'X25519', x: key },
        format: 'jwk',
      })

      expect(() => diffieHellman({ privateKey, publicKey })).toThrow()
    },
  )

  it.each([
    ['p + 9, which is 9', `f6${'ff'.repeat(30)}7f`],
    ['9 with the highest bit set', `09${'00'.repeat(30)}80`],
    ['31 bytes', '09'.repeat(31)],
    ['33 bytes', '09'.repeat(33)],
    ['nothing', ''],
  ])('is none when it is written as %s', (_, hex) => {
    expect(readX25519Key(written(hex))).toBeNull()
  })

  it('is none in letters that no bytes give', () => {
    expect(readX25519Key('B'.repeat(43))).toBeNull()
    expect(readX25519Key(`${'A'.repeat(43)}=`)).toBeNull()
  })
})
