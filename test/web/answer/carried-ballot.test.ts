import { describe, expect, it } from 'vitest'
import { readCarriedBallot, writeCarriedBallot } from '#web/answer/carried-ballot.ts'

const units = ['hall', 'office'].map((id) => ({
  id,
  name: id,
  headcount: 20,
  keyHash: '',
}))
const ballot = {
  unit: 'office',
  seed: new Uint8Array(16).fill(1),
  signature: new Uint8Array(384).fill(2),
  mark: new Uint8Array(8).fill(3),
}

describe('a ballot in an address', () => {
  it('is read as it was written', () => {
    const written = writeCarriedBallot(ballot, { units })

    expect(readCarriedBallot(written, { units })).toEqual(ballot)
  })

  it('is short enough for a picture that a phone can read', () => {
    expect(writeCarriedBallot(ballot, { units })).toHaveLength(550)
  })

  it('is none when letters are missing, or the unit is not in the survey', () => {
    const written = writeCarriedBallot(ballot, { units })

    expect(readCarriedBallot(written.slice(4), { units })).toBeNull()
    expect(readCarriedBallot(written, { units: units.slice(0, 1) })).toBeNull()
    expect(readCarriedBallot('', { units })).toBeNull()
  })
})
