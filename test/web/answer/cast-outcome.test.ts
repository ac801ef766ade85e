import { describe, expect, it } from 'vitest'
import { castOutcome } from '#web/answer/cast-outcome.ts'

describe('what became of answers that were sent', () => {
  it('is certain when the ballot box says so', () => {
    expect(castOutcome(204, false)).toBe('arrived')
    expect(castOutcome(410, false)).toBe('closed')
    expect(castOutcome(429, false)).toBe('busy')
  })

  it.each([400, 403, 404, 413, 421])('is a refusal with status %i', (status) => {
    expect(castOutcome(status, false)).toBe('refused')
    expect(castOutcome(status, true)).toBe('refused')
  })

  it.each([null, 500, 502, 503, 504])('is unclear with status %s', (status) => {
    expect(castOutcome(status, false)).toBe('unclear')
  })

  it('is somebody else’s answer when the ballot was spent before the first try', () => {
    expect(castOutcome(409, false)).toBe('used-before')
  })

  it('is our own arrival when the ballot is spent after a try that ended unclear', () => {
    expect(castOutcome(409, true)).toBe('arrived')
  })
})
