import { fullYear, isDay, mayBeBirthYear } from './calendar.ts'
import { type Finding, matches } from './finding.ts'

const monthNames = [
  'jan(?:uary|uari|uar|\\.)?|ianuarie|ian\\.',
  'feb(?:ruary|ruari|ruar|ruarie|\\.)?',
  'mar(?:ch|s|tie|\\.)?|maart|mrt',
  'apr(?:il|ilie|\\.)?',
  'may|maj|mai|mei',
  'jun(?:e|i|ie|\\.)?|iunie|iun\\.',
  'jul(?:y|i|ie|\\.)?|iulie|iul\\.',
  'aug(?:ust|usti|ustus|\\.)?',
  'sep(?:t|tember|tembrie|\\.)?',
  'o[ck]t(?:ober|ombrie|\\.)?',
  'nov(?:ember|iembrie|\\.)?|noiembrie|noi\\.',
  'de[csz](?:ember|embrie|\\.)?',
]
const anyMonth = `(?:${monthNames.join('|')})`
const year = "(?:(?:19|20)\\d{2}|'?\\d{2})"
const day = '(?:0?[1-9]|[12]\\d|3[01])'
const sep = '[./-]'

/** With the groups day, month and year, whatever the order. */
const dates: readonly RegExp[] = [
  `(?<y>(?:19|20)\\d{2})[./ -]?(?<m>\\d{2})[./ -]?(?<d>\\d{2})`,
  `(?<d>${day})${sep}(?<m>\\d{1,2})${sep}(?<y>${year})`,
  `(?<d>${day})[.] ?(?<m>\\d{1,2})[.] ?(?<y>(?:19|20)\\d{2})`,
  `(?<d>${day})(?:st|nd|rd|th|:e|\\.|-a|e)?(?: of)? ?(?<w>${anyMonth}),? ?(?<y>${year})`,
  `(?<w>${anyMonth}) (?<d>${day})(?:st|nd|rd|th)?,? (?<y>${year})`,
].map(
  (form) => new RegExp(`(?<![\\p{L}\\d.,:/-])${form}(?![\\p{L}\\d]|[.,:/-]\\d)`, 'giu'),
)

const yearOf = (written: string, thisYear: number): number => {
  const digits = written.replace("'", '')
  return digits.length === 2 ? fullYear(Number(digits), thisYear) : Number(digits)
}

function isBirthDate(match: RegExpExecArray, thisYear: number): boolean {
  const { y = '', m, d, w } = match.groups ?? {}
  if (!mayBeBirthYear(yearOf(y, thisYear), thisYear)) return false
  if (w !== undefined) return true
  return isDay(Number(m), Number(d)) || isDay(Number(d), Number(m))
}

const born = '(?:born|född|fødd|født|geboren|născut|nascut)'
const afterBorn = new RegExp(
  `(?<![\\p{L}])(?:${born}[ăa]?|date of birth|dob|birthday|födelsedatum|födelsedag|fødselsdato|fødselsdag|bursdag|geboortedatum|verjaardag|data nașterii)[^\\d\\n.;]{0,30}(?:\\d{1,2}[./ -]{1,2}(?:\\d{1,2}|${anyMonth})[./ -]{0,2})?(?:(?:19|20)\\d{2}|'\\d{2})(?:[./-]\\d{1,2}[./-]\\d{1,2})?(?!\\d)`,
  'giu',
)

/**
 * Dates with a year in which somebody at work may be born (`likely`), and any date or year
 * after a word like "born" (`sure`).
 *
 * @param text in plain characters
 * @param thisYear the year that is now
 */
export function findBirthDates(text: string, thisYear: number): readonly Finding[] {
  return [
    ...dates.flatMap((date) =>
      matches(text, date, 'birth-date', (match) =>
        isBirthDate(match, thisYear) ? 'likely' : undefined,
      ),
    ),
    ...matches(text, afterBorn, 'birth-date', () => 'sure'),
  ]
}
