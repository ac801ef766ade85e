import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { componentIds } from '#analysis/recommendation/components.ts'
import {
  decideAgain,
  isBlocked,
  type PeopleSettings,
} from '#analysis/recommendation/decide-again.ts'
import {
  type PearlGate,
  pearlAnswers,
  pearlQuestions,
} from '#analysis/recommendation/decisions.ts'
import { recommendFrom } from '#analysis/recommendation/recommend.ts'
import { tierOrder } from '#analysis/recommendation/tiers.ts'
import { contextOf, wishingRelease } from './explained.ts'

const { weighed } = contextOf({
  release: wishingRelease({ 'soc.finance': 0.45, 'work.demands': 0.6 }, { money: 60 }),
})
const plain = recommendFrom(weighed, {})

const gate: fc.Arbitrary<PearlGate> = fc
  .uniqueArray(fc.constantFrom(...pearlQuestions))
  .chain((questions) =>
    fc
      .array(fc.constantFrom(...pearlAnswers), {
        minLength: questions.length,
        maxLength: questions.length,
      })
      .map((answers) => ({
        reviewer: 'R',
        reason: 'because',
        answers: Object.fromEntries(questions.map((one, at) => [one, answers[at]])),
      })),
  )
const override = fc
  .constantFrom(...tierOrder)
  .map((tier) => ({ tier, reason: 'because' }))
const some = <T>(value: fc.Arbitrary<T>) =>
  fc.dictionary(fc.constantFrom(...componentIds), value, { maxKeys: 12 })
const people = fc.record({ gates: some(gate), overrides: some(override) })

describe('deciding again with what people said', () => {
  it('gives what the method gives when it hears them from the start', () => {
    fc.assert(
      fc.property(people, (settings: PeopleSettings) => {
        expect(decideAgain(plain, settings)).toEqual(recommendFrom(weighed, settings))
      }),
      { numRuns: 200 },
    )
  })

  it('blocks what has a no, is no duty, and was not set to a tier since', () => {
    fc.assert(
      fc.property(people, ({ gates, overrides }) => {
        const again = decideAgain(plain, { gates, overrides })

        for (const one of again) {
          const before = plain.find(({ component }) => component === one.component)?.tier
          const isDuty = before === 'core' || before === 'must-address'
          const said = Object.values(gates[one.component]?.answers ?? {})
          const set = overrides[one.component]?.tier ?? 'do-not-offer'
          expect(isBlocked(one)).toBe(
            said.includes('no') && !isDuty && set === 'do-not-offer',
          )
        }
      }),
    )
  })
})
