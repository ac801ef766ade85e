import { indicatorTexts } from '#analysis/indicator-wording.ts'
import { type IndicatorId, indicatorIds } from '#analysis/indicators/catalogue.ts'
import { locales } from '#surveys/locale.ts'
import { type Column, columns } from './contract.ts'

/** Small letters without accents, and digits: how a word is found again whoever typed it. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
}

/** What a column is called in any of the languages, or by its id. */
export function columnOf(heading: string): Column | undefined {
  return columnNames.get(fold(heading))
}

/** An indicator by its name in any of the languages, or by its id. */
export function indicatorNamed(name: string): IndicatorId | undefined {
  return indicatorNames.get(fold(name))
}

const columnNames = new Map(
  columns.flatMap((column) => [
    [fold(column), column] as const,
    ...locales.map(
      (locale) => [fold(indicatorTexts[locale][`column.${column}`]), column] as const,
    ),
  ]),
)

const indicatorNames = new Map(
  indicatorIds.flatMap((id) => [
    [fold(id), id] as const,
    ...locales.map(
      (locale) => [fold(indicatorTexts[locale][`indicator.${id}`]), id] as const,
    ),
  ]),
)

/** Headings that stand above people one by one, in the five languages; folded. */
const ofPeople = new Set(
  [
    'name forename firstname surname lastname fullname initials staffid staffno',
    'payrollnumber email mail emailaddress phone telephone mobile address homeaddress age',
    'born birthday dob gender sex ssn nationalinsurancenumber nationalid personalid',
    'diagnosis salary wage jobtitle',
    'namn fornamn efternamn anstnr persnr pnr personid epost epostadress telefon mobil',
    'adress fodd kon alder diagnos lon befattning',
    'navn fornavn etternavn fnr epostadresse mobilnummer adresse fodt kjonn diagnose lonn',
    'naam voornaam achternaam bsn burgerservicenummer mailadres telefoonnummer geslacht',
    'leeftijd salaris functie adres',
    'nume prenume numeprenume numesiprenume cnp codnumericpersonal marca adresa gen',
    'varsta diagnostic salariu functia',
  ].flatMap((line) => line.split(' ')),
)

const beginsOfPeople =
  /^(employee|staffmember|personnel|personnummer|personnr|personeels|anstalld|anstallning|ansatt|medarbet|medarbei|medewerker|werknemer|angajat|fodelse|fodsel|geboorte|dateofbirth|birth|datanas|nastere)/

/** Whether a heading stands above people: names, numbers, birthdays and what is known of one. */
export function isOfPeople(heading: string): boolean {
  const folded = fold(heading)
  return ofPeople.has(folded) || beginsOfPeople.test(folded)
}
