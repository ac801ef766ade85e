import { type Locale, locales } from '#surveys/locale.ts'
import { type ComponentId, componentOf } from '../recommendation/components.ts'

/** Countries whose limits of secrecy and grounds of discrimination we know, and all others. */
export const countries = ['SE', 'NO', 'NL', 'RO', 'other'] as const
export type Country = (typeof countries)[number]

/** What to ask of everybody who helps, before it is printed as a promise. */
export const promisedCredentials = [
  'licence',
  'supervision',
  'secrecy',
  'liability-insurance',
  'data-protection',
  'suicide-risk',
] as const

/** Languages people in our countries ask for help in; named by the reader's own. */
const spokenLanguages = [
  ...locales,
  'ar',
  'bg',
  'de',
  'es',
  'et',
  'fa',
  'fi',
  'fr',
  'hu',
  'it',
  'lt',
  'lv',
  'pl',
  'pt',
  'ru',
  'so',
  'ti',
  'tr',
  'uk',
] as const

/** The facts about a program by key: what people filled in, as they wrote it. */
export type Facts = Readonly<Record<string, string>>

export type Kind =
  | 'words'
  | 'phone'
  | 'address'
  | 'number'
  | 'time'
  | 'date'
  | 'choice'
  | 'many'

/** One thing to know about a program. */
export interface Field {
  readonly id: string
  readonly kind: Kind
  /** of a choice; one of them, or several joined by commas */
  readonly options: readonly string[]
  readonly isOptional: boolean
  /** of a number */
  readonly most: number
  /** what the field speaks of: a language, a country or a component; '' where of nothing */
  readonly about: string
}

/** What decides which facts a program needs. */
export interface Scope {
  readonly locales: readonly Locale[]
  readonly components: readonly ComponentId[]
}

const field = (id: string, kind: Kind, more: Partial<Field> = {}): Field => {
  return { id, kind, options: [], isOptional: false, most: 0, about: '', ...more }
}
const choice = (id: string, ...options: readonly string[]): Field =>
  field(id, 'choice', { options })
const many = (id: string, options: readonly string[]): Field =>
  field(id, 'many', { options })
const number = (id: string, most: number): Field => field(id, 'number', { most })

/** Everything there is to know about a program, in the order in which it is asked. */
export function fieldsFor(
  { locales: asked, components }: Scope,
  facts: Facts,
): readonly Field[] {
  const chosen = countriesIn(facts)
  const hasHours = facts['hours'] !== undefined && facts['hours'] !== 'always'
  return [
    field('provider', 'words'),
    ...asked.map((locale) => field(`phone.${locale}`, 'phone', { about: locale })),
    field('portal', 'address', { isOptional: true }),
    choice('hours', 'always', 'weekdays', 'every-day'),
    ...(hasHours ? [field('hours.from', 'time'), field('hours.to', 'time')] : []),
    number('sessions', 50),
    choice('family', 'yes', 'no'),
    choice('agency', 'yes', 'no'),
    number('former', 24),
    number('waiting', 12),
    choice('worktime', 'yes', 'no'),
    many('languages', spokenLanguages),
    number('counsellors', 100_000),
    number('places', 10_000),
    many('credentials', promisedCredentials),
    many('countries', countries),
    ...chosen.map((country) => field(`licence.${country}`, 'words', { about: country })),
    ...(chosen.includes('other') ? [field('limits', 'words')] : []),
    ...contactFields.map((id) => field(id, 'words')),
    field('start', 'date'),
    ...components
      .filter(isWorkChange)
      .flatMap((about) => [
        field(`who.${about}`, 'words', { about }),
        field(`by.${about}`, 'date', { about }),
      ]),
  ]
}

const contactFields = [
  'complaints',
  'council',
  'safety',
  'relations',
  'report',
  'occupational',
  'breach',
] as const

export const isWorkChange = (component: ComponentId): boolean =>
  componentOf(component).level === 'primary'

export function countriesIn(facts: Facts): readonly Country[] {
  const chosen = (facts['countries'] ?? '').split(',')
  return countries.filter((country) => chosen.includes(country))
}

const time = /^([01]\d|2[0-3]):[0-5]\d$/
const phone = /^[+\d][\d\s()/.-]{1,38}$/
const day = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/** Whether a value can stand in a field; the empty one always can: it takes the fact back. */
export function fits({ kind, options, most }: Field, value: string): boolean {
  if (value === '') return true
  if (value.length > 300) return false
  switch (kind) {
    case 'words':
      return true
    case 'phone':
      return phone.test(value)
    case 'address':
      return /^https?:\/\/[^\s"<>]+$/.test(value)
    case 'number':
      return /^\d{1,6}$/.test(value) && Number(value) <= most
    case 'time':
      return time.test(value)
    case 'date':
      return day.test(value) && isDay(value)
    case 'choice':
      return options.includes(value)
    case 'many':
      return value.split(',').every((one) => options.includes(one))
  }
}

/** The 31st of February has the form of a day and is none. */
function isDay(value: string): boolean {
  const parsed = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value)
}
