import type { Locale } from '#surveys/locale.ts'
import { locales } from '#surveys/locale.ts'
import { policiesFor } from '#surveys/policies.ts'
import type { Contact, Duties, Plan } from '../assessments/contract.ts'
import type { Services } from '../services.ts'

/** What the example's organiser decided, as if today. */
export function planFor({ clock }: Pick<Services, 'clock'>): Plan {
  const today = clock.now()
  const resultsBy = new Date(today)
  resultsBy.setUTCDate(today.getUTCDate() + 42)
  return {
    name: 'Needs analysis',
    languages: [...locales],
    contacts: helpContacts,
    contactsCheckedOn: today.toISOString().slice(0, 10),
    closesOn: today.toISOString().slice(0, 10),
    resultsBy: resultsBy.toISOString().slice(0, 10),
    duties,
  }
}

const countries = ['se', 'no', 'nl', 'ro'] as const

/** What an organization settles before it asks. */
const duties: Duties = {
  budget: 60_000,
  currency: 'EUR',
  staffAgreement: 'Staff club of Fjord Logistics: questions, dates and publication plan',
  stakeholders: ['Managing director', 'Staff club', 'Occupational health service'],
  countries,
  policies: policiesFor(countries),
  safetyPartner: '',
  safetySignedOffBy: '',
}

/** Public lines of each country; an installation enters its own. */
const helpContacts: Readonly<Record<Locale, readonly Contact[]>> = {
  en: [
    { name: 'Emergency', phone: '112' },
    { name: 'Emotional support', phone: '116 123' },
  ],
  sv: [
    { name: 'Nödnummer', phone: '112' },
    { name: 'Jourhavande medmänniska', phone: '08-702 16 80' },
  ],
  nb: [
    { name: 'Medisinsk nødhjelp', phone: '113' },
    { name: 'Mental Helse', phone: '116 123' },
  ],
  nl: [
    { name: 'Alarmnummer', phone: '112' },
    { name: 'De Luisterlijn', phone: '088 0767 000' },
  ],
  ro: [
    { name: 'Urgențe', phone: '112' },
    { name: 'TelVerde Antisuicid', phone: '0800 801 200' },
  ],
}
