import { isIban } from './check-digits.ts'
import { type Certainty, type Finding, matches } from './finding.ts'

const iban = /(?<![\p{L}\d])[A-Z]{2}\d{2}(?:[ -]?[A-Z\d]){11,30}(?![\p{L}\d])/giu
/** Fifteen characters or more in one piece or in groups of four, words after it left out. */
const mistyped = /^(?:\S{15,34}|\S{4}(?:[ -]\S{4}){3,7}(?:[ -]\S{1,3})?)$/
const wordsAfter = /(?:[ -][A-Z]+)+$/i

/** The longest beginning of a match that ends at a gap and is an IBAN: words may follow. */
function ibanIn(found: string): string | undefined {
  const groups = found.split(/(?=[ -])/)
  for (let count = groups.length; count > 0; count -= 1) {
    const written = groups.slice(0, count).join('')
    const bare = written.replace(/[ -]/g, '').toUpperCase()
    if (bare.length >= 15 && isIban(bare)) return written
  }
  return undefined
}

function ibans(text: string): readonly Finding[] {
  return [...text.matchAll(iban)].flatMap((match) => {
    const valid = ibanIn(match[0])
    const written = valid ?? match[0].replace(wordsAfter, '')
    if (!valid && !mistyped.test(written)) return []
    const certainty: Certainty = valid ? 'sure' : 'likely'
    const end = match.index + written.length
    return [{ kind: 'bank-account', certainty, start: match.index, end }]
  })
}

/** A Norwegian account as it is written, 1234.56.78901. */
const norwegian = /(?<!\d)\d{4}[. ]\d{2}[. ]\d{5}(?!\d)/g

/** IBANs of any country by modulus 97, with or without spaces; mistyped ones as `likely`. */
export function findBankAccounts(text: string): readonly Finding[] {
  return [...ibans(text), ...matches(text, norwegian, 'bank-account', () => 'likely')]
}
