import { z } from 'zod'
import { groupTopics } from '#surveys/focus-group-form.ts'
import { minutesOfGroup, seatsOfGroup } from '#surveys/focus-group-guide.ts'
import {
  fewestInRoom,
  memberChecks,
  unitMixes,
} from '#surveys/focus-groups/room-notes.ts'
import { intensities, routeQuestions, tones } from '#surveys/focus-groups/segment.ts'
import { locales } from '#surveys/locale.ts'
import { Contact, Study } from '../assessments/contract.ts'
import { PowerCheck } from '../group-studies/contract.ts'

/** Far more than two people type in two hours. */
const mostSegments = 500
/** Long enough to say that a text is too long, instead of that it is no text. */
const longestTyped = 2000

const Segment = z.object({
  id: z.uuidv4(),
  question: z.literal(routeQuestions),
  text: z.string().max(longestTyped),
  speakers: z.int().min(1).max(seatsOfGroup.most),
  intensity: z.literal(intensities),
  tone: z.enum(tones),
})

const noted = {
  participants: z.int().min(1).max(seatsOfGroup.most),
  unitMix: z.enum(unitMixes),
  distressProtocolUsed: z.boolean(),
  memberCheck: z.enum(memberChecks),
  asked: z.array(z.literal(routeQuestions)).max(routeQuestions.length).readonly(),
  votes: z
    .array(
      z.object({
        construct: z.enum(groupTopics),
        votes: z.int().min(0).max(seatsOfGroup.most),
      }),
    )
    .max(groupTopics.length)
    .readonly(),
  segments: z.array(Segment).max(mostSegments).readonly(),
}

/** The notes of one session, as one device hands them in. */
export const HandIn = z.object({
  ...noted,
  /** drawn by the device: its notes may be sent again, and no other's over them */
  notebook: z.uuidv4(),
  powerCheck: PowerCheck,
  /** forms of consent signed on paper; they stay there */
  consents: z.int().min(0).max(99),
})
export type HandIn = z.infer<typeof HandIn>

/** The notes of one session, for whoever codes them. */
export const SessionNotes = z.object({
  ...noted,
  participants: z.int().min(fewestInRoom),
  /** fewer than four people are a conversation: kept, and not counted */
  counted: z.boolean(),
})
export type SessionNotes = z.infer<typeof SessionNotes>

/** What the server has, so that a device can tell whether that is everything. */
export const Receipt = z.object({
  segments: z.int(),
  /** SHA-256 of the canonical notes, hex */
  digest: z.string(),
})
export type Receipt = z.infer<typeof Receipt>

/** Everything the page in the room needs, so that it can do without a network afterwards. */
export const RoomKit = z.object({
  assessment: Study,
  session: z.object({
    id: z.uuid(),
    type: z.string(),
    day: z.iso.date(),
    time: z.string(),
    minutes: z.int().min(minutesOfGroup.shortest).max(minutesOfGroup.longest),
    language: z.enum(locales),
    noteTaker: z.boolean(),
  }),
  /** whom to call, in the language of the group */
  contacts: z.array(Contact).readonly(),
  /** the names of those who were asked, as a filter that cannot be read; null where there is none */
  names: z.object({ filter: z.base64(), key: z.base64() }).nullable(),
  /** notes that were handed in before; null where there are none */
  receipt: Receipt.nullable(),
})
export type RoomKit = z.infer<typeof RoomKit>
