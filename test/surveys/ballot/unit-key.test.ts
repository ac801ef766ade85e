import { generateKeyPairSync } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { createUnitKey } from '#server/registrar/sign-blinded.ts'
import { readRsaKey } from '#surveys/ballot/rsa-key.ts'
import { hashOfKey, readUnitKey } from '#surveys/ballot/unit-key.ts'

/** By `openssl genrsa 3072`, and `openssl dgst -sha256 -binary | base64` over its DER. */
const example = [
  'MIIBojANBgkqhkiG9w0BAQEFAAOCAY8AMIIBigKCAYEA2cdHnhGuhMr2n3L2Blpn52LYRcRST2sSCVVn',
  'eXyDmpzILrak3C7Zezi3TebHT/cljJXg3yYU3mRy1tTVbImIjaOKuPo3FyhvW42NK5zu/kvuGPCpFKyF',
  'H8pJiLUsmBLjytpPGW4Scw0q3wnGNBrr11MP2+jzNUjyrjfQ0kY1LN6KMJwkZwSsK6UAwDE79L4j8FVU',
  'E+m+EhL2wNnBcIYyDs01Ox9daTq4fJZjwwk9bXNN7KBhDtdJXUaaP1Kc3KnxNrQ8iW/BQtr2JqnGU6tv',
  'cf1qloXgIKJT2jx7flcLW/zvUgR9Tbunv15GSK67oEHpV8nf7/dgq8R+n6O6jxMOvOP4QlizKWolVkjH',
  'blgCAvSsS33Z5GnWA/NUMvCzeJZY3PXBc/NnvWc8Lu8Vw8yLifqlP4QPizYAiCWnhf1BoPC3ouU9xjfO',
  'e2kY0ID+rfFqJ3Rduo1Ejt95DUhILMXqZfbYG78grbiyP/GxkGOrKpbrO/2SrEZ82QDkh+Cf1DDZAgMB',
  'AAE=',
].join('')
const exampleHash = 'yoQAbdC7U1fmT_62B4ofjwVNWZ977EoP8VVz7iTkCbw'

/** The key as a manifest that was frozen with it names it. */
async function named(spki: string) {
  return { keyHash: await hashOfKey(spki) }
}

let key: string
beforeAll(async () => {
  key = (await createUnitKey()).publicKey
})

describe('the key of a unit', () => {
  it('is named by the SHA-256 of its bytes, as OpenSSL hashes them', async () => {
    expect(await hashOfKey(example)).toBe(exampleHash)
  })

  it('is taken when it is the one that the manifest names', async () => {
    expect(await readUnitKey(await named(key), key)).toEqual(readRsaKey(key))
  })

  it('is refused when it is another, or written in any other way', async () => {
    const der = Buffer.from(key, 'base64')
    const others = [
      (await createUnitKey()).publicKey,
      `${key}AAAA`,
      ` ${key}`,
      key.replace(/.$/, ''),
      Buffer.concat([der, Buffer.of(0)]).toString('base64'),
      der.subarray(0, -1).toString('base64'),
      der.subarray(1).toString('base64'),
      der.toString('base64url'),
      '',
    ]
    const unit = await named(key)

    const read = await Promise.all(others.map((other) => readUnitKey(unit, other)))

    expect(read).toEqual(others.map(() => 'unit-key-not-in-manifest'))
  })

  it.each([
    ['one of 2048 bits', rsa(2048)],
    ['one of 4096 bits', rsa(4096)],
    ['one with the exponent 3', rsa(3072, 3)],
    ['an Ed25519 key', ed25519()],
    ['one with the exponent 1', written({ exponent: Buffer.of(1) })],
    ['one with an even modulus', written({ last: 0xfe })],
    ['one with a modulus of 3071 bits', written({ first: 0x7f })],
    ['one with the number 0 before its modulus', written({ before: Buffer.of(0) })],
    ['nothing', ''],
    ['four letters', 'AAAA'],
  ])('is refused when the manifest itself names %s', async (_, weak) => {
    const unit = await named(weak)

    expect(await readUnitKey(unit, weak)).toBe('unit-key-not-rsa-3072')
  })

  it('is not refused for being written here rather than drawn', async () => {
    const made = written({})

    expect(await readUnitKey(await named(made), made)).toMatchObject({ bits: 3072 })
  })
})

function rsa(modulusLength: number, publicExponent = 65_537): string {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength, publicExponent })
  return publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
}

function ed25519(): string {
  const { publicKey } = generateKeyPairSync('ed25519')
  return publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
}

/** An RSA key as DER writes it, of numbers that nobody draws. */
function written({
  first = 0xff,
  last = 0xff,
  before = Buffer.of(),
  exponent = Buffer.of(1, 0, 1),
}): string {
  const modulus = Buffer.alloc(384, 0xa5)
  modulus[0] = first
  modulus[383] = last
  const sign = first >= 0x80 ? Buffer.of(0) : Buffer.of()
  const numbers = element(
    0x30,
    element(0x02, Buffer.concat([before, sign, modulus])),
    element(0x02, exponent),
  )
  const rsaEncryption = Buffer.from('300d06092a864886f70d0101010500', 'hex')
  const bits = element(0x03, Buffer.of(0), numbers)
  return element(0x30, rsaEncryption, bits).toString('base64')
}

function element(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const head = length < 0x80 ? [length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.of(tag, ...head), content])
}
