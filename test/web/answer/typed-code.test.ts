import { describe, expect, it } from 'vitest'
import { writeAccessCode } from '#surveys/ballot/access-code.ts'
import { readTypedCode } from '#web/answer/typed-code.ts'

const code = writeAccessCode(Uint8Array.from({ length: 16 }, (_, place) => place * 13))

describe('a code that was typed', () => {
  it('is read however it is spaced and in small letters', () => {
    const typed = ` ${code.toLowerCase().replaceAll('-', '  ')} `

    expect(readTypedCode(typed)).toEqual({ kind: 'code', code })
  })

  it('is read with letters in place of the digits they look like', () => {
    const typed = code.replaceAll('0', 'O').replaceAll('1', 'l')

    expect(readTypedCode(typed)).toEqual({ kind: 'code', code })
  })

  it('is missing when there are only spaces and dashes', () => {
    expect(readTypedCode(' - ')).toEqual({ kind: 'missing' })
  })

  it('says how many letters and digits it has when they are not 26', () => {
    expect(readTypedCode(code.slice(0, -1))).toEqual({ kind: 'length', length: 25 })
    expect(readTypedCode(`${code}A`)).toEqual({ kind: 'length', length: 27 })
  })

  it('is mistyped when no code has such a letter', () => {
    expect(readTypedCode(code.replace(/^./, 'U'))).toEqual({ kind: 'mistyped' })
    expect(readTypedCode(code.replace(/^./, '?'))).toEqual({ kind: 'mistyped' })
  })
})
