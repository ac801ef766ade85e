import {
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
} from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#surveys/ballot/canonical.ts'
import {
  createSealingKey,
  openSealed,
  readyToOpen,
  type SealingKey,
  sealingKeyFrom,
  sealOverhead,
  sealTo,
} from '#surveys/ballot/sealing-key.ts'

const message = Buffer.from('the share of a trustee')
const purpose = ['groundwork test 1', 'a', 'b']

describe('sealing to a key', () => {
  it('is HPKE of RFC 9180, as another implementation opens it', async () => {
    const key = await createSealingKey()

    const sealed = await sealTo(key.publicKey, purpose, message)

    expect(openByRfc9180(key, Buffer.from(canonicalJson(purpose)), sealed)).toEqual(
      message,
    )
    expect(sealed).toHaveLength(message.length + sealOverhead)
  })

  it('opens for its key and purpose, and gives null for every other', async () => {
    const key = await createSealingKey()
    const ready = await readyToOpen(key)
    const other = await readyToOpen(await createSealingKey())

    const sealed = await sealTo(key.publicKey, purpose, message)

    expect(await openSealed(ready, purpose, sealed)).toEqual(new Uint8Array(message))
    expect(await openSealed(other, purpose, sealed)).toBeNull()
    expect(await openSealed(ready, ['groundwork test 1', 'ab', ''], sealed)).toBeNull()
    expect(await openSealed(ready, purpose, sealed.slice(0, 47))).toBeNull()
  })

  it('has the public key that X25519 gives', async () => {
    // RFC 7748, 6.1: Alice's key pair.
    const secret = '77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a'

    const { publicKey } = await sealingKeyFrom(Buffer.from(secret, 'hex'))

    expect(Buffer.from(publicKey, 'base64url').toString('hex')).toBe(
      '8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a',
    )
  })

  it.each(['', 'AAAA', 'not a key', 'A'.repeat(42)])(
    'refuses %j as a key',
    async (text) => {
      await expect(sealTo(text, purpose, message)).rejects.toThrow('32 bytes')
    },
  )

  it('refuses a key that gives everybody the same secret', async () => {
    await expect(sealTo('A'.repeat(43), purpose, message)).rejects.toThrow()
  })

  it('refuses a private key of another length', async () => {
    await expect(sealingKeyFrom(new Uint8Array(31))).rejects.toThrow('32 bytes, got 31')
  })
})

/** RFC 9180 in base mode, written from its text with nothing but Node's primitives. */
function openByRfc9180(
  { publicKey, privateKey }: SealingKey,
  info: Buffer,
  sealed: Uint8Array,
): Buffer {
  const kem = Buffer.concat([Buffer.from('KEM'), Buffer.of(0, 0x20)])
  const suite = Buffer.concat([Buffer.from('HPKE'), Buffer.of(0, 0x20, 0, 1, 0, 2)])
  const enc = Buffer.from(sealed.subarray(0, 32))
  const dh = diffieHellman({
    privateKey: createPrivateKey({
      format: 'jwk',
      key: { kty: 'OKP', crv: 'X25519', x: publicKey, d: base64url(privateKey) },
    }),
    publicKey: createPublicKey({
      format: 'jwk',
      key: { kty: 'OKP', crv: 'X25519', x: base64url(enc) },
    }),
  })
  const context = Buffer.concat([enc, Buffer.from(publicKey, 'base64url')])
  const none = Buffer.alloc(0)
  const eae = extract(kem, none, 'eae_prk', dh)
  const shared = expand(kem, eae, 'shared_secret', context, 32)
  const schedule = Buffer.concat([
    Buffer.of(0),
    extract(suite, none, 'psk_id_hash', none),
    extract(suite, none, 'info_hash', info),
  ])
  const secret = extract(suite, shared, 'secret', none)
  const key = expand(suite, secret, 'key', schedule, 32)
  const nonce = expand(suite, secret, 'base_nonce', schedule, 12)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce)
  decipher.setAuthTag(sealed.subarray(-16))
  return Buffer.concat([decipher.update(sealed.subarray(32, -16)), decipher.final()])
}

function extract(suite: Buffer, salt: Buffer, label: string, ikm: Buffer): Buffer {
  return createHmac('sha256', salt)
    .update(Buffer.concat([Buffer.from('HPKE-v1'), suite, Buffer.from(label), ikm]))
    .digest()
}

function expand(
  suite: Buffer,
  prk: Buffer,
  label: string,
  info: Buffer,
  length: number,
): Buffer {
  const head = Buffer.of(0, length)
  const labelled = Buffer.concat([
    head,
    Buffer.from('HPKE-v1'),
    suite,
    Buffer.from(label),
    info,
  ])
  return createHmac('sha256', prk)
    .update(Buffer.concat([labelled, Buffer.of(1)]))
    .digest()
    .subarray(0, length)
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url')
}
