import { describe, expect, it } from 'vitest'
import { castOutcome } from '#web/answer/cast-outcome.ts'

describe('what became of answers that were sent', () => {
  it('is certain when the ballot box says so', () => {
    expect(castOutcome(204)).toBe('arrived')
    expect(castOutcome(410)).toBe('closed')
    expect(castOutcome(429)).toBe('busy')
  })

  it.each([400, 403, 404, 409, 413, 421])('is a refusal with status %i', (status) => {
    expect(castOutcome(status)).toBe('refused')
  })

  it.each([null, 200, 500, 502, 503, 504])('is unclear with status %s', (status) => {
    expect(castOutcome(status)).toBe('unclear')
  })
})
