import { usualZones } from '#analysis/orientation/wall-clock.ts'
import type { BriefingPlan, Schedule } from '#server/briefings/contract.ts'
import type { Session } from './queries.ts'

/** A session while it is being planned. */
export type SessionDraft = Partial<BriefingPlan>

/** What stands in the form at first: as the last one that was planned, but for its day. */
export function firstPlan({ briefings, languages }: Schedule): BriefingPlan {
  const last = briefings.at(-1)
  return {
    kind: 'group',
    day: '',
    time: '',
    zone: last?.zone ?? zoneHere(),
    minutes: 60,
    shift: 'day',
    language: last?.language ?? languages[0] ?? 'en',
    mode: 'onsite',
    place: last?.mode === 'onsite' ? last.place : '',
    leader: last?.leader ?? '',
    seats: 25,
    booking: true,
  }
}

/** Zones to choose from: those of our countries, and the one of whoever plans. */
export const zonesToChoose = (chosen: string): readonly string[] => [
  ...new Set([chosen, zoneHere(), ...usualZones]),
]

const zoneHere = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone

/** What is planned of a session, without what is known of it besides. */
export function planOf({
  id: _id,
  cancelled: _cancelled,
  begun: _begun,
  taken: _taken,
  counted: _counted,
  ...plan
}: Session): BriefingPlan {
  return plan
}

/** How long each kind takes by its script, minutes. */
export const usualMinutes: Readonly<Record<BriefingPlan['kind'], number>> = {
  group: 60,
  individual: 20,
  manager: 90,
}
