/** Check digits as their offices define them. Every function takes digits only, of the
 * length it names, and says whether they agree; none says that the number was given out. */

const digitsOf = (digits: string): readonly number[] => Array.from(digits, Number)

function weighted(digits: string, weights: readonly number[]): number {
  return digitsOf(digits).reduce((sum, digit, at) => sum + digit * (weights[at] ?? 0), 0)
}

/** Luhn over ten digits, the last the check digit (Skatteverket, SKV 704 and 707). */
export function isLuhn(tenDigits: string): boolean {
  const sum = digitsOf(tenDigits).reduce((total, digit, at) => {
    const part = at % 2 === 0 ? digit * 2 : digit
    return total + (part > 9 ? part - 9 : part)
  }, 0)
  return sum % 10 === 0
}

const k1 = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]
const k2 = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]

/**
 * The two check digits of a Norwegian fødselsnummer or D-number of eleven digits. Numbers
 * given out from 2032 leave a remainder of 0, 1, 2 or 3 at the first digit, earlier ones 0;
 * both have to be read side by side (Skatteetaten, Nytt fødselsnummer fra 2032).
 */
export function areNorwegianCheckDigits(elevenDigits: string): boolean {
  return weighted(elevenDigits, k1) % 11 <= 3 && weighted(elevenDigits, k2) % 11 === 0
}

/** The 11-test of a Dutch burgerservicenummer of nine digits (RvIG). */
export function isBsn(nineDigits: string): boolean {
  const sum = weighted(nineDigits, [9, 8, 7, 6, 5, 4, 3, 2, -1])
  return sum % 11 === 0 && Number(nineDigits) > 0
}

/** The check digit of a Romanian CNP of thirteen digits, weights 279146358279. */
export function isCnp(thirteenDigits: string): boolean {
  const rest = weighted(thirteenDigits, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11
  return Number(thirteenDigits.at(-1)) === (rest === 10 ? 1 : rest)
}

/** Modulus 11 of an NHS number of ten digits (NHS Data Dictionary). */
export function isNhsNumber(tenDigits: string): boolean {
  const sum = weighted(tenDigits, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
  return sum % 11 === 0 && Number(tenDigits) > 0
}

/** Modulus 97 of an IBAN, upper case without spaces (ISO 13616, ISO 7064). */
export function isIban(iban: string): boolean {
  const turned = iban.slice(4) + iban.slice(0, 4)
  let rest = 0
  for (const character of turned) {
    const value = Number.parseInt(character, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}
