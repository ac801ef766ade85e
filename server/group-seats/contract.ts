import { z } from 'zod'

/**
 * What the page speaks on which employees take a seat. It imports no other contract: nothing of
 * who is signed in comes near that page.
 */

const Booking = z.object({
  assessment: z.uuid(),
  /** the secret of the link: the same for all who were invited */
  token: z.string().min(20).max(100),
})

export const LookAtSeats = Booking
export type LookAtSeats = z.infer<typeof LookAtSeats>

/** A seat code, as typed or as drawn by the page. */
const Code = z.string().min(1).max(40)

export const OfSeat = Booking.extend({ code: Code })
export type OfSeat = z.infer<typeof OfSeat>

export const TakeSeat = OfSeat.extend({ session: z.uuid() })
export type TakeSeat = z.infer<typeof TakeSeat>

/** How many seats are free, in bands: three or more, one or two, none. */
const FreeBand = z.enum(['left', 'few', 'full'])
export type FreeBand = z.infer<typeof FreeBand>

const OpenSession = z.object({
  id: z.uuid(),
  type: z.string(),
  day: z.iso.date(),
  time: z.string(),
  minutes: z.int(),
  mode: z.enum(['onsite', 'online']),
  /** null for an online group: its link is for those who have a seat */
  place: z.string().nullable(),
  language: z.string(),
  free: FreeBand,
})

/** What an employee sees before taking a seat: the same for everybody. */
export const SeatsPage = z.object({
  organization: z.string(),
  example: z.boolean(),
  languages: z.array(z.string()).readonly(),
  contacts: z
    .record(
      z.string(),
      z.array(z.object({ name: z.string(), phone: z.string() })).readonly(),
    )
    .readonly(),
  sessions: z.array(OpenSession).readonly(),
})
export type SeatsPage = z.infer<typeof SeatsPage>

/** The seat a code stands for. */
export const Seat = z.object({
  session: OpenSession.extend({ place: z.string() }),
  /** cancelled by those who planned it: another session can be chosen with the same code */
  cancelled: z.boolean(),
})
export type Seat = z.infer<typeof Seat>

/** How full a session is, for those who plan it: in bands until the day before. */
const Taken = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('band'), band: z.enum(['not-enough', 'enough', 'full']) }),
  z.object({ kind: z.literal('count'), count: z.int() }),
])
export type Taken = z.infer<typeof Taken>

export const SeatsOfGroups = z.object({
  /** where seats are taken; its secret stands behind the # */
  link: z.string(),
  sessions: z.array(z.object({ session: z.uuid(), taken: Taken })).readonly(),
})
export type SeatsOfGroups = z.infer<typeof SeatsOfGroups>
