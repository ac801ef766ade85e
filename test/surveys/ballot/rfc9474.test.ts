import { describe, expect, it } from 'vitest'
import { signBlinded } from '#server/registrar/sign-blinded.ts'
import { blind, finalize, verifySignature } from '#surveys/ballot/blind-signature.ts'
import { toBigInt, toHex } from '#surveys/ballot/bytes.ts'
import { inverse } from '#surveys/ballot/modular.ts'
import rfc from './rfc9474.json' with { type: 'json' }
import { bytes, rfcKey, rfcPrivateKey } from './rfc9474-key.ts'

describe.each(rfc.vectors)('$name, as in the appendix of RFC 9474', (vector) => {
  const message = Buffer.concat([bytes(vector.msg_prefix), bytes(rfc.msg)])
  const salt = bytes(vector.salt)
  const unblind = toBigInt(bytes(vector.inv))

  it('blinds to the bytes of the RFC', async () => {
    const r = inverse(unblind, rfcKey.n)

    const { blinded, unblind: found } = await blind(rfcKey, message, salt, r ?? 0n)

    expect(toHex(blinded)).toBe(vector.blinded_msg)
    expect(found).toBe(unblind)
  })

  it('is signed unseen with the bytes of the RFC', () => {
    const signature = signBlinded(rfcPrivateKey, bytes(vector.blinded_msg))

    expect(signature && toHex(signature)).toBe(vector.blind_sig)
  })

  it('finalizes to the signature of the RFC', async () => {
    const blindSignature = bytes(vector.blind_sig)

    const signature = await finalize(
      rfcKey,
      message,
      blindSignature,
      unblind,
      salt.length,
    )

    expect(signature && toHex(signature)).toBe(vector.sig)
  })

  it('verifies, and not for another message or salt length', async () => {
    const signature = bytes(vector.sig)
    const other = Buffer.concat([message, Buffer.of(0)])

    const verdicts = await Promise.all([
      verifySignature(rfcKey, message, signature, salt.length),
      verifySignature(rfcKey, other, signature, salt.length),
      verifySignature(rfcKey, message, signature, 48 - salt.length),
    ])

    expect(verdicts).toEqual([true, false, false])
  })
})
