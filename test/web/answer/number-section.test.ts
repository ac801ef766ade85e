import { describe, expect, it } from 'vitest'
import { loadWelcome } from '#web/answer/language.ts'
import { sayNumberProblem } from '#web/answer/pages/number-section.ts'

const number = 'K7Q2-9MXD-04TB-WZ6E-1HNA'
const language = await loadWelcome('en')
const problem = (typed: string) => sayNumberProblem(typed, number, language)

describe('a survey number that somebody was told', () => {
  it('is none where nothing was typed', () => {
    expect(problem('  ')).toBeUndefined()
  })

  it('is the same in any spacing, in small letters, with O for 0 and l for 1', () => {
    expect(problem('k7q2 9mxd o4tb wz6e lhna')).toBeUndefined()
  })

  it('differs where one letter differs', () => {
    expect(problem(number.replace('Q', 'R'))).toBe(language.say('number.differs'))
  })

  it('is not finished where letters are missing', () => {
    expect(problem(number.slice(0, -1))).toBe(language.say('number.unfinished'))
  })
})
