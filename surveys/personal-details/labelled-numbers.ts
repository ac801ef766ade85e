import { type DetailKind, type Finding, matches } from './finding.ts'

/** "employee number 4711": the word says what the number is, whatever its form. */
interface Label {
  readonly kind: DetailKind
  readonly words: string
  readonly value: string
  /** What the whole has to look like besides, where capital letters matter. */
  readonly form?: RegExp
}

const code = '[A-Z]{0,4}-?\\d(?:[ .-]?\\d){2,12}'
const long = '[A-Z]{0,2}[ -]?\\d(?:[ .+-]{0,2}\\d){4,14}(?:[ -]?[A-Z](?![A-Z]))?'
const nr = '(?:nummer|numret|nr|number|no|num|id|kod)\\b\\.?'

const labels: readonly Label[] = [
  {
    kind: 'staff-number',
    words: `(?:personal|personell|anställnings?|anst\\.?|ansatt|lønns?|medewerkers?|personeels?|werknemers?|employee|staff|payroll|badge|worker)[ -]?${nr}|(?:nr\\.? ?|număr(?:ul)? )(?:de )?(?:marcă|marca|angajat|legitimație)`,
    value: code,
  },
  { kind: 'staff-number', words: 'marca|marcă', value: '[A-Z]{0,2}-?\\d{4,8}' },
  {
    kind: 'national-number',
    words:
      '(?:personnummer|personnr|pnr|samordningsnummer|fødselsnummer|fødselsnr|fnr|d-nummer|bsn|burgerservicenummer|sofinummer|cnp|cod(?:ul)? numeric personal|national insurance|ni number|nino|(?:nhs|passport|driving licence|social security) (?:number|no)|passnummer|pass nr|paspoort(?:nummer)?|pașaport(?:ul)?)(?: number| no| nr)?\\.?',
    value: long,
  },
  { kind: 'national-number', words: 'seria', value: '[A-Z]{2} ?(?:nr\\.? ?)?\\d{6}' },
  {
    kind: 'bank-account',
    words:
      '(?:kontonummer|bankkonto|bankgiro|plusgiro|bankrekening(?:nummer)?|rekeningnummer|account (?:number|no)|sort code|cont bancar|contul)\\.?',
    value: '\\d(?:[ .-]?\\d){5,20}',
  },
  {
    kind: 'phone',
    words:
      '(?:tel|tlf|telefon|telefonnummer|telefonul|phone|phone number|mobile|mobil|mobilen|mobilnummer|mobiel|gsm|fax|whatsapp|sms|ring|bel|sună|telefonnr)\\.?',
    value: '(?!116 ?\\d{3}(?!\\d))\\+?\\(?\\d(?:[ .()/-]{0,2}\\d){4,14}',
  },
  { kind: 'phone', words: '(?:anknytning|toestel|ext)\\.?', value: '\\d{3,5}' },
  {
    kind: 'number-plate',
    words:
      '(?:number plate|licence plate|registration (?:number|plate)|reg\\.? ?nr|regnummer|registreringsnummer|bilnummer|kenteken|număr de înmatriculare|numărul de înmatriculare)\\.?',
    value:
      '(?=[A-Z\\d -]*\\d)(?=[A-Z\\d -]*[A-Z])[A-Z\\d]{1,3}[ -]?[A-Z\\d]{2,3}[ -]?[A-Z\\d]{0,3}',
    form: /[ :=#(-](?=.*\d)(?=.*[A-Z])[A-Z\d]{1,3}[ -]?[A-Z\d]{2,3}[ -]?[A-Z\d]{0,3}$/,
  },
]

const link =
  '(?:[ :=#(-]{0,3}(?:is|was|är|var|er|on|på|op|este|e|nr|no|nummer|number)\\b\\.?)?[ :=#(-]{1,3}'

const patterns = labels.map(({ kind, words, value, form }) => ({
  kind,
  form,
  pattern: new RegExp(
    `(?<![\\p{L}\\d-])(?:${words})${link}(?:${value})(?![\\p{L}\\d])`,
    'giu',
  ),
}))

/** A Romanian plate needs no word: two letters of a county, digits, three letters. */
const romanianPlate =
  /(?<![\p{L}\d])(?:B[ -]\d{2,3}|[A-Z]{2}[ -]\d{2})[ -][A-Z]{3}(?![\p{L}\d])/gu

/** Seven digits or more in a row that nothing explains: an order, a case, a person. */
const longNumber = /(?<![\p{L}\d])\d{7,20}(?![\p{L}\d])/gu

/**
 * Numbers that a word before them explains (`sure`), Romanian plates, and long numbers that
 * nothing explains (`likely`).
 *
 * @param text in plain characters, amounts blotted out
 */
export function findLabelledNumbers(text: string): readonly Finding[] {
  return [
    ...patterns.flatMap(({ kind, pattern, form }) =>
      matches(text, pattern, kind, ([found]) =>
        form === undefined || form.test(found) ? 'sure' : undefined,
      ),
    ),
    ...matches(text, romanianPlate, 'number-plate', () => 'likely'),
    ...matches(text, longNumber, 'long-number', () => 'likely'),
  ]
}
