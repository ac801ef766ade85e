import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAccessCode, writeAccessCode } from '#surveys/ballot/access-code.ts'

const sixteenBytes = fc.uint8Array({ minLength: 16, maxLength: 16 })

describe('an access code', () => {
  it('is read back from what was printed', () => {
    fc.assert(
      fc.property(sixteenBytes, (bytes) => {
        expect(readAccessCode(writeAccessCode(bytes))).toEqual(bytes)
      }),
    )
  })

  it('has 26 letters and digits in five groups, none that look alike', () => {
    fc.assert(
      fc.property(sixteenBytes, (bytes) => {
        expect(writeAccessCode(bytes)).toMatch(
          /^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){3}-[0-9A-HJKMNP-TV-Z]{6}$/,
        )
      }),
    )
  })

  it('is read in any case and spacing, with O for 0 and I or L for 1', () => {
    const bytes = new Uint8Array(16).fill(0b00001000)
    const code = writeAccessCode(bytes)
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `

    expect(readAccessCode(typed)).toEqual(bytes)
  })

  it.each([
    '',
    'ABC',
    'U'.repeat(26),
    '0'.repeat(25),
    '0'.repeat(27),
    `${'0'.repeat(25)}1`,
  ])('cannot be %j', (text) => {
    expect(readAccessCode(text)).toBeNull()
  })

  it('holds sixteen bytes and no other number', () => {
    expect(() => writeAccessCode(new Uint8Array(15))).toThrow('16 bytes, got 15')
  })
})
