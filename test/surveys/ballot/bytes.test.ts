import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  equal,
  fromBase64,
  fromBase64url,
  fromBigInt,
  toBase64,
  toBase64url,
  toBigInt,
} from '#surveys/ballot/bytes.ts'

const someBytes = fc.uint8Array({ maxLength: 70 })

describe('bytes', () => {
  it('are written in base64 and base64url as Node writes them, and read back', () => {
    fc.assert(
      fc.property(someBytes, (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
        expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
        expect(fromBase64(toBase64(bytes))).toEqual(new Uint8Array(bytes))
        expect(fromBase64url(toBase64url(bytes))).toEqual(new Uint8Array(bytes))
      }),
    )
  })

  it.each([
    'A',
    'AB',
    'AAB=',
    'A===',
    'AA=A',
    'AAA',
    '====',
    'AA\n=',
    'AAAA ',
    'AA-_',
    'æ',
  ])('are not written as %j in base64', (text) => {
    expect(fromBase64(text)).toBeNull()
  })

  it.each(['A', 'AB', 'AAB', 'AA==', 'AA+/', ' AAA', 'AAAAA'])(
    'are not written as %j in base64url',
    (text) => {
      expect(fromBase64url(text)).toBeNull()
    },
  )

  it('are numbers, highest byte first', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 70 }), (bytes) => {
        expect(fromBigInt(toBigInt(bytes), bytes.length)).toEqual(new Uint8Array(bytes))
      }),
    )
    expect(toBigInt(Uint8Array.of(1, 0))).toBe(256n)
    expect(() => fromBigInt(256n, 1)).toThrow('1 bytes')
    expect(() => fromBigInt(-1n, 1)).toThrow('1 bytes')
  })

  it('are equal when every one is', () => {
    fc.assert(
      fc.property(someBytes, someBytes, (one, other) => {
        expect(equal(one, other)).toBe(Buffer.from(one).equals(Buffer.from(other)))
        expect(equal(one, new Uint8Array(one))).toBe(true)
      }),
    )
    expect(equal(Uint8Array.of(1), Uint8Array.of(1, 0))).toBe(false)
  })
})
