import { describe, expect, it } from 'vitest'
import {
  agreementByCode,
  type CodeAgreement,
  overallAgreement,
} from '#analysis/coding/agreement.ts'
import type { CodeId } from '#analysis/coding/codebook.ts'
import type { Coding } from '#analysis/coding/coding.ts'

const code: CodeId = 'construct.work.demands'

/** Two coders with so many segments that both, only one, only the other, neither coded. */
function coded(both: number, firstOnly: number, secondOnly: number, neither: number) {
  const kinds = [
    ...Array<string>(both).fill('xy'),
    ...Array<string>(firstOnly).fill('x'),
    ...Array<string>(secondOnly).fill('y'),
    ...Array<string>(neither).fill(''),
  ]
  const codings = kinds.flatMap((coders, index) =>
    [...coders].map((coder): Coding => ({ segment: `s${index}`, code, coder })),
  )
  const segments = kinds.map((_, index) => `s${index}`)
  return { double: { first: 'x', second: 'y', segments }, codings }
}

function agreementOf(...counts: Parameters<typeof coded>): CodeAgreement | undefined {
  const { double, codings } = coded(...counts)
  return agreementByCode([code], double, codings)[0]
}

describe('agreement on a code', () => {
  it('is κ of the textbook, and much less for as much agreement where a code is everywhere', () => {
    // Feinstein & Cicchetti (1990): both tables agree on 85 of 100.
    const balanced = agreementOf(40, 9, 6, 45)
    const skewed = agreementOf(80, 10, 5, 5)

    expect(balanced).toMatchObject({
      agreement: 0.85,
      kappa: expect.closeTo((0.85 - 0.5008) / (1 - 0.5008), 12),
      prevalenceIndex: 0.05,
      biasIndex: 0.03,
      status: 'go-on',
    })
    expect(skewed).toMatchObject({
      agreement: 0.85,
      kappa: expect.closeTo(0.07 / 0.22, 12),
      prevalenceIndex: 0.75,
      biasIndex: 0.05,
      adjustedKappa: expect.closeTo(0.7, 12),
      status: 'reconcile',
      note: 'paradox',
    })
    expect(balanced?.note).toBeUndefined()
  })

  it('gives back κ from its indices', () => {
    // Byrt, Bishop & Carlin (1993): κ = (PABAK − PI² + BI²)/(1 − PI² + BI²).
    const tables = [
      agreementOf(40, 9, 6, 45),
      agreementOf(80, 10, 5, 5),
      agreementOf(3, 1, 7, 30),
    ]
    for (const found of tables) {
      const { adjustedKappa = 0, prevalenceIndex = 0, biasIndex = 0 } = found ?? {}
      const both = (biasIndex ?? 0) ** 2 - (prevalenceIndex ?? 0) ** 2

      expect(found?.kappa).toBeCloseTo(((adjustedKappa ?? 0) + both) / (1 + both), 12)
    }
  })

  it('says how to go on: from .60, at the target from .70, below it by talking', () => {
    // Half of 20 each: κ = 2pₒ − 1.
    expect(agreementOf(8, 2, 2, 8)).toMatchObject({ status: 'go-on' })
    expect(agreementOf(17, 3, 3, 17)).toMatchObject({ status: 'target' })
    expect(agreementOf(79, 21, 20, 80)).toMatchObject({ status: 'reconcile' })
  })

  it('is undefined, not perfect, where nobody used the code', () => {
    expect(agreementOf(0, 0, 0, 20)).toMatchObject({
      kappa: null,
      agreement: 1,
      status: 'undefined',
      note: 'used-by-nobody',
    })
    expect(agreementOf(20, 0, 0, 0)).toMatchObject({
      kappa: null,
      status: 'undefined',
      note: 'used-everywhere',
    })
    expect(agreementOf(0, 0, 0, 0)).toMatchObject({
      agreement: null,
      status: 'undefined',
    })
  })

  it('is 0 where only one of the two ever used it', () => {
    expect(agreementOf(0, 3, 0, 17)).toMatchObject({ kappa: 0, status: 'reconcile' })
  })

  it('does not count what only one person coded', () => {
    const { double, codings } = coded(5, 1, 1, 5)
    const more: readonly Coding[] = [...codings, { segment: 'else', code, coder: 'x' }]

    expect(agreementByCode([code], double, more)).toEqual(
      agreementByCode([code], double, codings),
    )
  })
})

describe('agreement on everything', () => {
  it('is α of the sets of codes', () => {
    const [a, b]: readonly CodeId[] = ['wish.family', 'wish.form']
    const given = (segment: string, coder: string, ...codes: readonly CodeId[]) =>
      codes.map((one): Coding => ({ segment, code: one, coder }))
    const codings =
      a && b
        ? [
            given('1', 'x', a),
            given('1', 'y', a),
            given('2', 'x', a, b),
            given('2', 'y', a),
            given('3', 'x', b),
            given('3', 'y', b),
          ].flat()
        : []

    const found = overallAgreement(
      { first: 'x', second: 'y', segments: ['1', '2', '3'] },
      codings,
    )

    // By hand: Dₒ = 2/9, Dₑ = 28/45.
    expect(found).toEqual({ segments: 3, alpha: expect.closeTo(9 / 14, 12) })
  })

  it('is undefined without segments, or where all got the same', () => {
    const { double, codings } = coded(4, 0, 0, 0)

    expect(overallAgreement(double, codings)).toEqual({
      segments: 4,
      alpha: null,
      note: 'all-coded-alike',
    })
    expect(overallAgreement({ ...double, segments: [] }, codings)).toMatchObject({
      note: 'nothing-coded-twice',
    })
  })
})
