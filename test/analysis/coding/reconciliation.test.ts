import { describe, expect, it } from 'vitest'
import type { Coding } from '#analysis/coding/coding.ts'
import { disagreementsOf, reconcile } from '#analysis/coding/reconciliation.ts'

const double = { first: 'x', second: 'y', segments: ['s1', 's2'] }

const codings: readonly Coding[] = [
  { segment: 's1', code: 'wish.form', coder: 'x' },
  { segment: 's1', code: 'wish.form', coder: 'y' },
  { segment: 's1', code: 'wish.family', coder: 'y' },
  { segment: 's2', code: 'hazard.hours', coder: 'x' },
  { segment: 's3', code: 'hazard.tools', coder: 'x' },
  { segment: 's3', code: 'hazard.tools', coder: 'x' },
]

const family = {
  segment: 's1',
  code: 'wish.family',
  verdict: 'applies',
  reason: 'The partner is named.',
} as const
const hours = {
  segment: 's2',
  code: 'hazard.hours',
  verdict: 'does-not-apply',
  reason: 'It is about the amount.',
} as const

describe('two coders', () => {
  it('disagree where one gave a code that the other did not', () => {
    expect(disagreementsOf(double, codings)).toEqual([
      { segment: 's1', code: 'wish.family', yes: 'y', no: 'x' },
      { segment: 's2', code: 'hazard.hours', yes: 'x', no: 'y' },
    ])
  })

  it('settle what is final, with the reason kept', () => {
    const { final, open, log } = reconcile(double, codings, [family, hours])

    expect(final).toEqual([
      { segment: 's1', code: 'wish.family', basis: 'decided' },
      { segment: 's1', code: 'wish.form', basis: 'both-coders' },
      { segment: 's3', code: 'hazard.tools', basis: 'one-coder' },
    ])
    expect(open).toEqual([])
    expect(log).toEqual([
      { ...family, yes: 'y', no: 'x' },
      { ...hours, yes: 'x', no: 'y' },
    ])
  })

  it('leave open what they have not talked over, and nothing of it counts', () => {
    const { final, open } = reconcile(double, codings, [hours])

    expect(open).toEqual([{ segment: 's1', code: 'wish.family', yes: 'y', no: 'x' }])
    expect(final.map(({ code }) => code)).toEqual(['wish.form', 'hazard.tools'])
  })

  it('may think again: the last decision counts', () => {
    const again = { ...hours, verdict: 'applies', reason: 'We read it again.' } as const

    const { final, log } = reconcile(double, codings, [hours, family, again])

    expect(final).toContainEqual({
      segment: 's2',
      code: 'hazard.hours',
      basis: 'decided',
    })
    expect(log.map(({ reason }) => reason)).toContain('We read it again.')
  })

  it('decide on nothing they agree on, and never without a reason', () => {
    expect(() => reconcile(double, codings, [{ ...family, code: 'wish.form' }])).toThrow(
      'expected a disagreement, got wish.form of s1',
    )
    expect(() => reconcile(double, codings, [{ ...family, reason: ' ' }])).toThrow(
      'a reason of 1–400 characters, got 0',
    )
  })
})
