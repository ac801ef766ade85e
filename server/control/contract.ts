import { z } from 'zod'
import type { PublishedManifest } from '#surveys/ballot/manifest.ts'
import { locales } from '#surveys/locale.ts'

const Language = z.enum(locales)
const Contact = z.object({ name: z.string(), phone: z.string() })

const ManifestUnit = z.object({
  id: z.string(),
  name: z.string(),
  headcount: z.int(),
  keyHash: z.string(),
})

const ManifestTrustee = z.object({
  id: z.string(),
  name: z.string(),
  side: z.enum(['employee-side', 'provider', 'organiser']),
  publicKey: z.string(),
})

const Words = z.partialRecord(Language, z.string()).readonly()

const OwnQuestion = z.object({
  id: z.string(),
  format: z.enum(['agreement', 'yes-no', 'one-of']),
  title: Words,
  options: z.array(Words).readonly(),
})

/** Manifests without anything beside the core say nothing of it. */
const Questionnaire = z.object({
  id: z.string(),
  hash: z.string(),
  modules: z.array(z.string()).readonly().exactOptional(),
  own: z.array(OwnQuestion.readonly()).readonly().exactOptional(),
})

/** What everybody can check about an assessment. A field that is not named here is dropped. */
const Manifest = z.object({
  version: z.literal(2),
  assessment: z.uuid(),
  organization: z.string(),
  example: z.boolean(),
  questionnaire: Questionnaire.readonly(),
  languages: z.array(Language).readonly(),
  units: z.array(ManifestUnit.readonly()).readonly(),
  people: z.int(),
  smallestGroup: z.int(),
  smallestUnit: z.int(),
  contacts: z.partialRecord(Language, z.array(Contact.readonly()).readonly()).readonly(),
  resultsBy: z.iso.date(),
  publicationPlan: z.string(),
  trustees: z.array(ManifestTrustee.readonly()).readonly(),
  trusteesNeeded: z.int(),
  ballotBox: z.object({ origin: z.string(), publicKey: z.string() }).readonly(),
  answersBytes: z.int(),
  pages: z.string(),
})

/** A manifest as it is published: everybody gets the same. */
export const SignedManifest = z.object({
  manifest: Manifest,
  signature: z.string(),
  signer: z.string(),
})

export const Published: z.ZodType<PublishedManifest> = z.object({
  signed: SignedManifest,
  unitKeys: z.array(z.string()).readonly(),
})

const assessment = z.uuid()
const about = <Name extends string>(command: Name) =>
  z.object({ command: z.literal(command), assessment })

/** Everything the office can tell the ballot box. */
export const Command = z.discriminatedUnion('command', [
  about('prepare'),
  z.object({ command: z.literal('publish'), published: Published }),
  about('open'),
  about('close'),
  about('count'),
  about('ballots'),
  about('shred'),
])
export type Command = z.infer<typeof Command>

/**
 * What the office signs: a command, the session the ballot box drew when one of its processes
 * started last, and a random number of its own. So no command works twice, whichever process of
 * the box it is brought to.
 */
export const CommandWords = z.object({
  session: z.string(),
  /** 128 random bits, base64url */
  once: z.string().regex(/^[\w-]{22}$/),
  command: Command,
})
export type CommandWords = z.infer<typeof CommandWords>

/** `words`: JSON of `CommandWords`; `signature`: over `wordsToSign`, base64url. */
export const SignedCommand = z.object({
  words: z.string(),
  signature: z.string().max(100),
})

export const Greeting = z.object({ session: z.string() })

export const Prepared = z.object({ origin: z.string(), publicKey: z.string() })
export const Counts = z.record(z.string(), z.int().nonnegative())

/** One line of the reply to `ballots`: JSON, ended by a line feed. */
export const BallotLine = z.object({
  ballot: z.object({
    assessment,
    unit: z.string(),
    serial: z.string(),
    prefix: z.string(),
    signature: z.string(),
  }),
  /** base64url */
  inner: z.string(),
})

/** The last line, so that a reply broken off is not taken for a whole one. */
export const LastLine = z.object({ ballots: z.int().nonnegative() })

/** What is signed of a command: no signature made for something else passes for one. */
export function wordsToSign(words: string): string {
  return `groundwork control 1\n${words}`
}
