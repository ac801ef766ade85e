import { z } from 'zod'
import { AssessmentId } from '../assessments/contract.ts'

export const KeyHolderId = z.uuid().brand<'KeyHolderId'>()
export type KeyHolderId = z.infer<typeof KeyHolderId>

/** Who a key holder answers to. Those of the organiser's side never suffice to open. */
export const Side = z.enum(['employee-side', 'provider', 'organiser'])
export type Side = z.infer<typeof Side>

/** X25519, raw, base64url. */
const PublicKey = z.string().regex(/^[\w-]{43}$/)

export const NameKeyHolder = z.object({
  name: z.string().trim().min(1).max(100),
  side: Side,
})
export type NameKeyHolder = z.infer<typeof NameKeyHolder>

export const mostKeyHolders = 12
export const KeyRule = z.object({ needed: z.int().min(2).max(mostKeyHolders) })

/** A key holder as everybody in the workspace may know them. */
export const KeyHolder = z.object({
  id: KeyHolderId,
  ...NameKeyHolder.shape,
  /** as printed on the holder's own sheet, to compare; null until the key is made */
  keyNumber: z.string().nullable(),
  /** has shown that the key opens */
  confirmed: z.boolean(),
})
export type KeyHolder = z.infer<typeof KeyHolder>

/** What still keeps the keys from being frozen, or from being relied on. */
export const KeyFault = z.enum([
  'key-holders-missing',
  'organiser-holds-too-many-keys',
  'keys-missing',
  'keys-not-tried',
])
export type KeyFault = z.infer<typeof KeyFault>

export const KeyHolders = z.object({
  needed: z.int(),
  holders: z.array(KeyHolder).readonly(),
  fault: KeyFault.nullable(),
})
export type KeyHolders = z.infer<typeof KeyHolders>

export const ByKeyHolder = z.object({ id: AssessmentId, holder: KeyHolderId })

export const ByColleague = z.object({ user: z.string().min(1).max(100) })

/** The surveys of which somebody is named as a key holder. */
export const KeysNamed = z.object({
  keys: z.array(
    z.object({
      /** its name */
      assessment: z.string(),
      /** key holders beside that person */
      others: z.int(),
      needed: z.int(),
    }),
  ),
})
export type KeysNamed = z.infer<typeof KeysNamed>

/** Shown once; only its hash is kept. */
export const KeyLink = z.object({ link: z.string() })
export type KeyLink = z.infer<typeof KeyLink>

const Secret = z.string().min(20).max(100)
export const AtKeyDoor = z.object({ secret: Secret })

/** What a key holder finds behind the link. */
export const KeyDoor = z.object({
  assessment: z.object({
    id: AssessmentId,
    name: z.string(),
    organization: z.string(),
    example: z.boolean(),
    state: z.string(),
    surveyNumber: z.string().nullable(),
  }),
  holder: KeyHolder,
  /** with whom; names and sides */
  others: z.array(NameKeyHolder).readonly(),
  needed: z.int(),
})
export type KeyDoor = z.infer<typeof KeyDoor>

export const MakeKey = z.object({ secret: Secret, publicKey: PublicKey })
export type MakeKey = z.infer<typeof MakeKey>

/** Something only the key can open, base64url. */
export const KeyQuestion = z.object({ sealed: z.string() })
export type KeyQuestion = z.infer<typeof KeyQuestion>

export const AnswerQuestion = z.object({ secret: Secret, answer: z.string().max(100) })
export type AnswerQuestion = z.infer<typeof AnswerQuestion>
