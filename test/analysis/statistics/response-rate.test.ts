import { describe, expect, it } from 'vitest'
import { responseRate } from '#analysis/statistics/response-rate.ts'

describe('the response rate', () => {
  it('is valid returns of people invited', () => {
    expect(responseRate(30, 120)).toBe(0.25)
    expect(responseRate(0, 9)).toBe(0)
    expect(responseRate(9, 9)).toBe(1)
  })

  it('is refused where it cannot be', () => {
    expect(() => responseRate(3, 0)).toThrow('at least one invited, got 3 of 0')
    expect(() => responseRate(10, 9)).toThrow('0 to 9 valid returns, got 10')
    expect(() => responseRate(Number.NaN, 9)).toThrow(RangeError)
  })
})
