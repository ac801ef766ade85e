import { type Certainty, type Finding, matches } from './finding.ts'

const houseNumber = '\\d{1,4}(?: ?[A-Za-z](?!\\p{L}))?'
const capital = "\\p{Lu}[\\p{L}'-]{1,30}"
const more = `(?: (?:\\p{Lu}[\\p{L}'.-]{0,30}|van|de|der|den|af|av|och|og)){0,3}`

const british = `\\d{1,4}[a-zA-Z]?,? (?:${capital} ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Close|Drive|Crescent|Terrace|Gardens|Grove|Mews|Hill|Square|Court|Way|Place)(?![\\p{L}])`

/** One word with the kind of street at its end; lower case only where it means nothing else. */
const compound = `(?:${capital} ){0,2}(?:(?:\\p{Lu}[\\p{L}-]{1,25}|[\\p{Lu}\\p{Ll}-]{3,25}(?=straat|gatan|gata|gaten|gracht|gränd))(?:straat|weg|laan|plein|gracht|kade|singel|dreef|dijk|steeg|gatan|vägen|gränd|stigen|allén|torget|plan|gata|gaten|veien|vegen|vei|veg|plass|stien|bakken|torg|svingen)) ${houseNumber}`

const apart = `${capital}${more} (?:[Gg]ata|[Gg]ate|[Vv]äg|[Vv]ei|[Vv]eg|[Gg]ränd|[Pp]lass|[Aa]llé|[Ss]traat|[Ww]eg|[Ll]aan|[Pp]lein|[Kk]ade|[Ss]ingel|[Dd]ijk|[Dd]reef) ${houseNumber}`
const dutchFirst = `(?:Laan|Weg|Plein) (?:van|der|den) ${capital}${more} ${houseNumber}`

const romanian = `(?:[Ss]tr(?:\\.|ada)?|[Bb]d\\.?|[Bb]-dul|[Bb]ulevardul|[Cc]alea|[Aa]leea|[Șș]oseaua|[Șș]os\\.|[Ii]ntrarea|[Pp]iața|[Ss]plaiul)[ .]{1,2}(?:\\p{Lu}[\\p{L}'.-]{0,30}|de|din|nr\\.?|\\d{1,2} ?(?=\\p{Lu}))(?: (?:\\p{Lu}[\\p{L}'.-]{0,30}|de|din)){0,3},? ?(?:nr\\.?|numărul|număr)? ?\\d{1,4}[A-Za-z]?(?:,? ?(?:bl|sc|et|ap)\\.? ?[A-Z\\d]{1,4}){0,4}`

const place = `(?:,? (?:\\d{3} \\d{2}|\\d{4} ?[A-Z]{2}|\\d{4,6}|[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2})(?: ${capital})?)?`

const streets = [compound, apart, dutchFirst, romanian, british].map(
  (street) => new RegExp(`(?<![\\p{L}\\d])(?:${street})${place}(?![\\p{L}\\d])`, 'gu'),
)

const britishCode =
  /(?<![\p{L}\d])[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\d])/gu
const dutchCode = /(?<![\p{L}\d.,-])[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}(?![\p{L}\d])/gu
const swedishCode = new RegExp(
  `(?<![\\p{L}\\d.,-])(?<!\\d )(?:SE?-)?[1-9]\\d{2} \\d{2} ${capital}`,
  'gu',
)
const norwegianCode = new RegExp(`(?:,|postboks \\d{1,5},?) \\d{4} ${capital}`, 'gu')
const named =
  /(?<![\p{L}])(?:postnummer|postnr|postcode|cod(?:ul)? poștal)[ :.]{1,3}(?:er |är |is |este )?[A-Z\d][A-Z\d ]{2,7}[A-Z\d](?![\p{L}\d])/giu

/** A year and two letters, "2026 HR", is more often that than a postal code. */
function dutchVerdict([found]: RegExpExecArray): Certainty | undefined {
  return /^(?:19|20)\d{2} /.test(found) ? undefined : 'likely'
}

/**
 * Streets with a house number in five languages (`sure`), postal codes where their form or
 * the place after them tells them from other numbers (`likely`).
 *
 * @param text in plain characters, amounts blotted out
 */
export function findAddresses(text: string): readonly Finding[] {
  return [
    ...streets.flatMap((street) => matches(text, street, 'postal-address', () => 'sure')),
    ...matches(text, britishCode, 'postal-address', () => 'likely'),
    ...matches(text, dutchCode, 'postal-address', dutchVerdict),
    ...matches(text, swedishCode, 'postal-address', () => 'likely'),
    ...matches(text, norwegianCode, 'postal-address', () => 'likely'),
    ...matches(text, named, 'postal-address', () => 'sure'),
  ]
}
