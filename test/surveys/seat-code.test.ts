import { describe, expect, it } from 'vitest'
import { readSeatCode, seatCodeBytes, writeSeatCode } from '#surveys/seat-code.ts'

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const code = writeSeatCode(Uint8Array.from([3, 141, 59, 26, 53, 89, 79]))
const plain = code.replaceAll('-', '')

describe('a seat code', () => {
  it('is twelve letters and digits in groups of four, read as people type them', () => {
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
    expect(readSeatCode(code)).toBe(code)
    expect(readSeatCode(` ${plain.toLowerCase()} `)).toBe(code)
    expect(readSeatCode(plain.replaceAll('1', 'l').replaceAll('0', 'o'))).toBe(code)
  })

  it('shows every wrong letter', () => {
    for (let place = 0; place < plain.length; place += 1) {
      for (const letter of letters) {
        if (letter === plain[place]) continue
        const slip = plain.slice(0, place) + letter + plain.slice(place + 1)
        expect(readSeatCode(slip), slip).toBeNull()
      }
    }
  })

  it('shows two neighbours that changed places', () => {
    for (let place = 0; place + 1 < plain.length; place += 1) {
      const [a = '', b = ''] = plain.slice(place)
      if (a === b) continue
      const slip = plain.slice(0, place) + b + a + plain.slice(place + 2)
      expect(readSeatCode(slip), slip).toBeNull()
    }
  })

  it('is nothing with a letter too few, a sign, or no code at all', () => {
    for (const text of ['', plain.slice(1), `${plain}0`, `${plain.slice(1)}!`, 'hello']) {
      expect(readSeatCode(text), text).toBeNull()
    }
  })

  it('holds every bit it can: bytes that differ in the last 55 bits differ as codes', () => {
    const codes = Array.from({ length: 55 }, (_, bit) => {
      const bytes = new Uint8Array(seatCodeBytes)
      bytes[6 - (bit >> 3)] = 1 << (bit & 7)
      return writeSeatCode(bytes)
    })

    expect(new Set(codes).size).toBe(55)
    expect(() => writeSeatCode(new Uint8Array(8))).toThrow(RangeError)
  })
})
