import { type Facts, isWorkChange } from '#analysis/orientation/fact-fields.ts'
import type { ComponentId } from '#analysis/recommendation/components.ts'

/** The provider of the example: invented, with numbers nobody can reach. */
const invented: Facts = {
  provider: 'Nordlys Example Care',
  'phone.en': '0800 000 001',
  'phone.sv': '0800 000 002',
  'phone.nb': '0800 000 003',
  'phone.nl': '0800 000 004',
  'phone.ro': '0800 000 005',
  portal: 'https://help.fjord-logistics.example',
  hours: 'weekdays',
  'hours.from': '08:00',
  'hours.to': '20:00',
  sessions: '6',
  family: 'yes',
  agency: 'yes',
  former: '3',
  waiting: '0',
  worktime: 'yes',
  languages: 'en,sv,nb,nl,ro,pl,ar',
  counsellors: '85',
  places: '12',
  credentials:
    'licence,supervision,secrecy,liability-insurance,data-protection,suicide-risk',
  countries: 'SE,NO,NL,RO',
  'licence.SE': 'Socialstyrelsen (HOSP)',
  'licence.NO': 'Helsepersonellregisteret (HPR)',
  'licence.NL': 'BIG-register',
  'licence.RO': 'Colegiul Psihologilor din România',
  complaints: 'Eva Example, 0800 000 010',
  council: 'Jan Example, 0800 000 011',
  safety: 'Kari Example, 0800 000 012',
  relations: 'Tom Example, 0800 000 013',
  report: 'Example Report Line, 0800 000 014',
  occupational: 'Example Occupational Health, 0800 000 015',
  breach: 'Mara Example, 0800 000 016',
  start: '2027-02-01',
}

/** Every fact the material of the example needs; somebody is responsible for each change at work. */
export function exampleFacts(components: readonly ComponentId[]): Facts {
  const changes = components.filter(isWorkChange).flatMap((component) => [
    [`who.${component}`, 'Ola Example'],
    [`by.${component}`, '2027-06-30'],
  ])
  return { ...invented, ...Object.fromEntries(changes) }
}
