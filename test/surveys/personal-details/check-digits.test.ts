import { describe, expect, it } from 'vitest'
import {
  areNorwegianCheckDigits,
  isBsn,
  isCnp,
  isIban,
  isLuhn,
  isNhsNumber,
} from '#surveys/personal-details/check-digits.ts'

/** Numbers that offices publish as examples or keep for tests, and with every other last
 * digit the same numbers are wrong. */
const published = [
  [
    'Swedish numbers of Skatteverket (SKV 704, SKV 707, and its test person)',
    isLuhn,
    ['6408233234', '7010632391', '1212121212'],
  ],
  [
    'Norwegian numbers of Skatteetaten, of today and from 2032',
    areNorwegianCheckDigits,
    ['02013299997', '30108299920', '30108299939'],
  ],
  [
    'Norwegian numbers in documentation, the second synthetic',
    areNorwegianCheckDigits,
    ['31129956715', '10915596784'],
  ],
  [
    'Dutch test numbers of RvIG',
    isBsn,
    ['999990019', '999994669', '999992740', '999993276', '999991176'],
  ],
  ['Romanian numbers in documentation', isCnp, ['1630615123457', '1800101221144']],
  ['British NHS numbers in documentation', isNhsNumber, ['9434765919', '9876543210']],
] as const

describe.each(published)('%s', (_, agrees, numbers) => {
  it.each(numbers)('%s agrees with its check digits', (number) => {
    expect(agrees(number)).toBe(true)
  })

  it.each(numbers)('%s does not with any other last digit', (number) => {
    const others = Array.from('0123456789', (last) => number.slice(0, -1) + last)

    expect(others.filter((other) => other !== number && agrees(other))).toEqual([])
  })
})

describe('the first check digit of a Norwegian number', () => {
  it('may leave a remainder of four or more in no number', () => {
    const tens = Array.from(
      { length: 100 },
      (_, at) => `301082999${String(at).padStart(2, '0')}`,
    )

    expect(tens.filter(areNorwegianCheckDigits)).toEqual([
      '30108299920',
      '30108299939',
      '30108299947',
      '30108299955',
    ])
  })
})

describe('an IBAN', () => {
  const registry = [
    'GB29NWBK60161331926819',
    'SE4550000000058398257466',
    'NO9386011117947',
    'NL91ABNA0417164300',
    'RO49AAAA1B31007593840000',
  ]

  it.each(registry)('%s of the registry has the right rest', (iban) => {
    expect(isIban(iban)).toBe(true)
  })

  it.each(registry)('%s is none when two neighbours change places', (iban) => {
    const at = [...iban].findIndex(
      (letter, here) => here > 4 && letter !== iban[here + 1],
    )
    const swapped = `${iban.slice(0, at)}${iban[at + 1]}${iban[at]}${iban.slice(at + 2)}`

    expect(isIban(swapped)).toBe(false)
  })
})
