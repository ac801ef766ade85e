import { z } from 'zod'
import {
  exportFormats,
  instrumentFormats,
  instrumentLimits,
} from '#surveys/instruments/instrument.ts'
import { type LeftOutKind, leftOutKinds } from '#surveys/instruments/left-out.ts'
import { licenceTerms } from '#surveys/instruments/licence.ts'
import { AssessmentId } from '../assessments/contract.ts'

export const InstrumentId = z.uuid().brand<'InstrumentId'>()
export type InstrumentId = z.infer<typeof InstrumentId>

const Tag = z.string().regex(/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,2}$/)
const Wording = z.record(Tag, z.string()).readonly()

const Option = z.object({
  value: z.string(),
  text: Wording,
  exclusive: z.literal(true).exactOptional(),
})
const Options = z.array(Option).readonly()

const Format = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('one-of'), options: Options }),
  z.object({
    kind: z.literal('any-of'),
    options: Options,
    atMost: z.int().exactOptional(),
  }),
  z.object({
    kind: z.literal('whole-number'),
    from: z.int(),
    to: z.int(),
    fromText: Wording.exactOptional(),
    toText: Wording.exactOptional(),
  }),
])

const Item = z.object({
  id: z.string(),
  title: Wording,
  hint: Wording.exactOptional(),
  format: Format,
})

const Section = z.object({
  heading: Wording.exactOptional(),
  lead: Wording.exactOptional(),
  items: z.array(Item).readonly(),
})

/** A questionnaire as `surveys/instruments/instrument.ts` describes it. */
export const InstrumentContent = z.object({
  title: Wording,
  languages: z.array(Tag).readonly(),
  sections: z.array(Section).readonly(),
})
export type InstrumentContent = z.infer<typeof InstrumentContent>

const kinds = Object.keys(leftOutKinds) as [LeftOutKind, ...LeftOutKind[]] // of its own keys
const LeftOut = z.object({ kind: z.enum(kinds), where: z.string() })

const read = {
  source: z.enum(instrumentFormats),
  content: InstrumentContent,
  /** everything of the file that was not taken over */
  leftOut: z.array(LeftOut).readonly(),
}
export const ReadFile = z.object(read)
export type ReadFile = z.infer<typeof ReadFile>

/** One line, without control characters. */
const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^\P{Cc}*$/u)

/** What is on record of the right to ask an instrument. */
export const LicenceRecord = z.object({
  name: line(200).min(1),
  holder: line(300).min(1),
  terms: z.enum(licenceTerms),
  permission: z.object({ by: line(200).min(1), on: z.iso.date() }).nullable(),
  commercial: z.boolean(),
  locked: z.boolean(),
  original: Tag,
  translations: z
    .array(z.object({ language: Tag, source: line(300), official: z.boolean() }))
    .max(instrumentLimits.languages)
    .readonly(),
  until: z.iso.date().nullable(),
})
export type LicenceRecord = z.infer<typeof LicenceRecord>

const largestFile = 4 * Math.ceil(instrumentLimits.fileBytes / 3)

/** A file of another tool, in base64. */
export const BroughtFile = z.object({ file: z.base64().max(largestFile) })

/** What would be taken from a file, and what not. Nothing has been kept yet. */
export const InstrumentPreview = z.object({
  ...read,
  /** stands for exactly this reading of the file */
  outcome: z.string(),
})
export type InstrumentPreview = z.infer<typeof InstrumentPreview>

/** A file as it was looked at: what is kept is what the preview showed, or nothing. */
export const KeepInstrument = BroughtFile.extend({
  outcome: z.string().max(100),
  /** ids of questions that are left out */
  without: z.array(z.string().max(60)).max(instrumentLimits.items).readonly(),
  licence: LicenceRecord,
})
export type KeepInstrument = z.infer<typeof KeepInstrument>

/** An instrument that is kept, with its licence and who put it on record. */
export const KeptInstrument = z.object({
  id: InstrumentId,
  ...read,
  licence: LicenceRecord,
  recordedBy: z.string(),
  recordedOn: z.iso.date(),
})
export type KeptInstrument = z.infer<typeof KeptInstrument>

export const Instruments = z.object({ instruments: z.array(KeptInstrument).readonly() })
export type Instruments = z.infer<typeof Instruments>

export const mostInstruments = 10

const inFormat = { format: z.enum(exportFormats) }
export const OneInstrument = z.object({ id: AssessmentId, instrument: InstrumentId })
export const InstrumentFile = OneInstrument.extend(inFormat)
export const OwnFile = z.object({ id: AssessmentId, ...inFormat })
