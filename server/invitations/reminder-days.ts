import { mailPeople, type UnitToInvite } from './invited-units.ts'
import type { MailRound } from './store.ts'

const daysBetween = 3

/**
 * The first day a reminder may go out: three days after the last mail to everybody, or at once
 * where the people who are written to got their first code on paper.
 *
 * @returns ISO date; null before anybody who is written to has had a code, and while the last
 *   batch has not ended
 */
export function remindFrom(
  round: MailRound | undefined,
  units: readonly UnitToInvite[],
  today: string,
): string | null {
  if (round) return round.toSend === null ? daysLater(round.dated) : null
  const hadCode = units.some((one) =>
    mailPeople(one).some(({ place }) => one.withCode.has(place)),
  )
  return hadCode ? today : null
}

function daysLater(dated: string): string {
  const day = new Date(dated)
  day.setUTCDate(day.getUTCDate() + daysBetween)
  return dayOf(day)
}

/** @returns ISO date, UTC */
export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}
