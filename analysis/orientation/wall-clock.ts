/** A moment as the clock on the wall of a place shows it. */
export interface WallClock {
  /** `2026-11-30` */
  readonly day: string
  /** `14:30` */
  readonly time: string
  /** a name of the IANA, such as `Europe/Bucharest` */
  readonly zone: string
}

/** Zones of the countries we know, the usual ones first to choose from. */
export const usualZones = [
  'Europe/Stockholm',
  'Europe/Oslo',
  'Europe/Amsterdam',
  'Europe/Bucharest',
] as const

/** Whether a zone is known here. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return /^[A-Za-z]/.test(zone)
  } catch {
    return false
  }
}

/**
 * The moment that a wall clock shows. Of an hour that comes twice in autumn it is the first; a
 * time that is left out in spring is as much later as the clock was moved.
 */
export function instantOf({ day, time, zone }: WallClock): Date {
  const wall = Date.parse(`${day}T${time}:00Z`)
  const earlier = wall - offsetAt(wall - dayMilliseconds, zone)
  const later = wall - offsetAt(wall + dayMilliseconds, zone)
  const shows = (moment: number) => moment + offsetAt(moment, zone) === wall
  return new Date(shows(earlier) || !shows(later) ? earlier : later)
}

/** The day and time that a clock in a zone shows at a moment. */
export function wallClockAt(moment: Date, zone: string): WallClock {
  const shown = new Date(moment.getTime() + offsetAt(moment.getTime(), zone))
  const text = shown.toISOString()
  return { day: text.slice(0, 10), time: text.slice(11, 16), zone }
}

const dayMilliseconds = 24 * 3_600_000

/** How far a zone's clocks are ahead at a moment, milliseconds. */
function offsetAt(moment: number, timeZone: string): number {
  const written = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(new Date(moment))
  const wall = Date.parse(`${written.replace(' ', 'T')}Z`)
  return wall - Math.floor(moment / 1_000) * 1_000
}
