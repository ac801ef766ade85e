import { wallClockAt } from '#analysis/orientation/wall-clock.ts'
import { type Locale, locales } from '#surveys/locale.ts'
import type { Organiser } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import type { NewBriefings } from '../briefings/contract.ts'
import { planBriefings } from '../briefings/plan-briefings.ts'
import type { ExampleReach } from './ask-example.ts'

const dayMilliseconds = 24 * 3_600_000

const zones: Readonly<Record<Locale, string>> = {
  en: 'Europe/Stockholm',
  sv: 'Europe/Stockholm',
  nb: 'Europe/Oslo',
  nl: 'Europe/Amsterdam',
  ro: 'Europe/Bucharest',
}

/** Rooms as signs on doors name them. */
const rooms: Readonly<Record<Locale, string>> = {
  en: 'Harbour 2',
  sv: 'Matsalen, hus B',
  nb: 'Kantina, bygg B',
  nl: 'Kantine, gebouw C',
  ro: 'Cantina, clădirea C',
}

/** Plans a session in each language, one at night, one for managers and some talks. */
export async function planExampleSessions(
  services: ExampleReach,
  organiser: Organiser,
  id: AssessmentId,
): Promise<void> {
  const session = (language: Locale, inDays: number, time: string): NewBriefings => {
    const later = new Date(services.clock.now().getTime() + inDays * dayMilliseconds)
    const zone = zones[language]
    return {
      kind: 'group',
      ...wallClockAt(later, zone),
      time,
      minutes: 60,
      shift: 'day',
      language,
      mode: 'onsite',
      place: rooms[language],
      leader: 'Nordlys Example Care',
      seats: 25,
      booking: true,
      times: 1,
    }
  }
  const sessions: readonly NewBriefings[] = [
    ...locales.map((language, index) => session(language, 8 + index, '14:30')),
    { ...session('sv', 9, '22:15'), shift: 'night' },
    { ...session('en', 14, '09:00'), kind: 'manager', minutes: 90 },
    {
      ...session('nb', 10, '10:00'),
      kind: 'individual',
      minutes: 20,
      seats: 1,
      times: 3,
    },
  ]
  for (const one of sessions) await planBriefings(services, organiser, id, one)
}
