import { findAddresses } from './addresses.ts'
import { findBankAccounts } from './bank-accounts.ts'
import { findBirthDates } from './birth-dates.ts'
import { findContacts } from './contacts.ts'
import { type Finding, withoutOverlaps } from './finding.ts'
import { findLabelledNumbers } from './labelled-numbers.ts'
import type { NameFilter } from './name-filter.ts'
import { findNames } from './names.ts'
import { findNationalNumbers } from './national-numbers.ts'
import { findPhones } from './phones.ts'
import { plainCharacters, withoutQuantities } from './plain-characters.ts'

export interface Circumstances {
  /** The year that is now, to tell birth dates from others. */
  readonly thisYear: number
  /** The names of those who were asked, where they may be known. */
  readonly roster?: NameFilter
}

/**
 * What in a note may point to a person: addresses, numbers, dates of birth, names. In any of
 * the five languages, which may be mixed; the same answer in browser and server.
 *
 * It finds numbers that have a form. It does not find every name, and nothing that only
 * describes somebody ("the only pharmacist on nights").
 *
 * @param text a note as typed, up to a few thousand characters
 * @returns findings in the order of the text, none overlapping
 */
export function findPersonalDetails(
  text: string,
  { thisYear, roster }: Circumstances,
): readonly Finding[] {
  const plain = plainCharacters(text)
  const numbers = withoutQuantities(plain)
  return withoutOverlaps([
    ...findContacts(plain),
    ...findBankAccounts(numbers),
    ...findNationalNumbers(numbers),
    ...findLabelledNumbers(numbers),
    ...findPhones(numbers),
    ...findAddresses(numbers),
    ...findBirthDates(plain, thisYear),
    ...findNames(plain, roster),
  ])
}
