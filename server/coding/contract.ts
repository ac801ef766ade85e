import { z } from 'zod'
import type { CodeId, OwnCodeId } from '#analysis/coding/codebook.ts'
import {
  intensities,
  longestParaphrase,
  routeQuestions,
  tones,
} from '#surveys/focus-groups/segment.ts'
import { locales } from '#surveys/locale.ts'
import { Study } from '../assessments/contract.ts'

const { id } = Study.shape

/** The id of a code, of the built-in ones or of one's own; whether the codebook has it is asked later. */
const CodeIdText = z
  .string()
  .regex(/^[a-z]+\.[a-z0-9.-]{1,60}$/)
  .transform((text) => text as CodeId) // checked against the codebook before it is kept

const OwnCodeIdText = z
  .templateLiteral(['own.', z.uuid()])
  .transform((text) => text as OwnCodeId)

export const OfSegment = z.object({ id, segment: z.uuid() })
export const OfCode = z.object({ id, code: CodeIdText })
export const OfOwnCode = z.object({ id, code: OwnCodeIdText })
export const InLanguage = z.object({ id, locale: z.enum(locales) })

/** Long enough to say that a text is too long, instead of that it is no text. */
const Typed = z.string().max(2000)

const OwnCode = z.object({
  id: OwnCodeIdText,
  name: z.string(),
  definition: z.string(),
  retired: z.boolean(),
})

export const Codebook = z.object({
  builtIn: z.literal('codebook-1'),
  revision: z.int(),
  own: z.array(OwnCode).readonly(),
})

export const WordCode = z.object({
  name: Typed,
  definition: Typed,
  /** somebody has said that what may be a name is none */
  harmless: z.boolean(),
})
export type WordCode = z.infer<typeof WordCode>

const SaidSegment = z.object({
  id: z.uuid(),
  /** number of its group in this study, in the order they were held */
  group: z.int(),
  question: z.literal(routeQuestions),
  text: z.string(),
  speakers: z.int(),
  intensity: z.literal(intensities),
  tone: z.enum(tones),
})

/** A segment for whoever codes it. */
const CodableSegment = SaidSegment.extend({
  /** one of those that both code */
  twice: z.boolean(),
  /** what I gave it; null while I have not coded it */
  codes: z.array(CodeIdText).readonly().nullable(),
})
export type CodableSegment = z.infer<typeof CodableSegment>

const Place = z.literal([1, 2])

export const CodingState = z.enum(['not-begun', 'coding', 'comparing', 'locked'])
export type CodingState = z.infer<typeof CodingState>

/** The coding of one study, as one facilitator may see it. */
export const CodingStudy = z.object({
  assessment: Study,
  state: CodingState,
  /** groups that are being coded, and groups whose notes could be taken in */
  groups: z.int(),
  waiting: z.int(),
  /** which of the two coders asks; null for anybody else */
  me: Place.nullable(),
  coders: z
    .array(z.object({ place: Place, name: z.string(), finished: z.boolean() }))
    .readonly(),
  codebook: Codebook,
  segments: z.array(CodableSegment).readonly(),
})
export type CodingStudy = z.infer<typeof CodingStudy>

/** The codes of one segment; none says that none fits. */
export const GiveCodes = z.object({ codes: z.array(CodeIdText).max(20).readonly() })
export type GiveCodes = z.infer<typeof GiveCodes>

export const GivenCodes = z.object({
  segment: z.uuid(),
  codes: z.array(CodeIdText).readonly(),
})
export type GivenCodes = z.infer<typeof GivenCodes>

/** Codes that segments may have. A person decides; none of these is counted. */
export const Suggestions = z
  .array(
    z.object({
      suggested: z.literal(true),
      segment: z.uuid(),
      code: CodeIdText,
      /** of coded segments as like it, the share that have the code, 0 to 1 */
      confidence: z.number(),
      words: z.array(z.string()).readonly(),
    }),
  )
  .readonly()
export type Suggestions = z.infer<typeof Suggestions>

const share = z.number().nullable()

const CodeAgreement = z.object({
  code: CodeIdText,
  segments: z.int(),
  both: z.int(),
  firstOnly: z.int(),
  secondOnly: z.int(),
  neither: z.int(),
  kappa: share,
  standardError: share,
  agreement: share,
  prevalenceIndex: share,
  biasIndex: share,
  adjustedKappa: share,
  status: z.enum(['target', 'go-on', 'reconcile', 'undefined']),
  note: z.enum(['used-by-nobody', 'used-everywhere', 'paradox']).optional(),
})

export const verdicts = ['applies', 'does-not-apply'] as const

/** How far two coders agree, and what they have to talk over. */
export const Agreement = z.object({
  /** the codes that one of them gave at least once */
  codes: z.array(CodeAgreement).readonly(),
  alpha: share,
  segments: z.int(),
  disagreements: z
    .array(
      z.object({
        segment: SaidSegment,
        code: CodeIdText,
        /** which coder gave it; the other did not */
        yes: Place,
        verdict: z.enum(verdicts).nullable(),
        reason: z.string().nullable(),
      }),
    )
    .readonly(),
})
export type Agreement = z.infer<typeof Agreement>

export const Decide = z.object({
  segment: z.uuid(),
  code: CodeIdText,
  verdict: z.enum(verdicts),
  reason: Typed,
  harmless: z.boolean(),
})
export type Decide = z.infer<typeof Decide>

export const memberCheckOutcomes = ['confirmed', 'corrected'] as const

const saturation = z.object({
  rows: z
    .array(
      z.object({
        place: z.int(),
        newCodes: z.int(),
        newConstructs: z.int(),
        codesSoFar: z.int(),
        share: z.number(),
      }),
    )
    .readonly(),
  verdict: z.enum(['too-few-groups', 'go-on', 'enough']),
})

/** What leaves a study: of all its groups together, made once. */
export const LockedThemes = z.object({
  groups: z.int(),
  themes: z
    .array(
      z.object({
        code: CodeIdText,
        name: z.string().nullable(),
        groupsProbed: z.int(),
        groupsRaised: z.int().min(2),
        timesSaid: z.int(),
        extensiveness: z.int(),
        meanIntensity: z.number(),
        tones: z.array(z.enum(tones)).readonly(),
        examples: z.array(z.string().max(longestParaphrase)).readonly(),
        check: z.enum(memberCheckOutcomes).nullable(),
      }),
    )
    .readonly(),
  saturation,
  agreement: z.object({
    segments: z.int(),
    alpha: share,
    codes: z.int(),
    reached: z.int(),
  }),
})
export type LockedThemes = z.infer<typeof LockedThemes>

/** The same for both sides: nothing at all before it is locked. */
export const ReleasedThemes = z.discriminatedUnion('state', [
  z.object({ state: z.literal('not-locked') }),
  z.object({ state: z.literal('locked'), themes: LockedThemes }),
])
export type ReleasedThemes = z.infer<typeof ReleasedThemes>

const Obstacle = z.object({
  what: z.enum([
    'not-compared',
    'uncoded',
    'disputed',
    'too-few-groups',
    'waiting',
    'still-to-be-held',
  ]),
  count: z.int(),
})
export type Obstacle = z.infer<typeof Obstacle>

/** What facilitators prepare before they lock, and what they locked. */
export const Themes = z.object({
  locked: z.boolean(),
  /** what both sides would read, or do; null below three groups or before comparing */
  table: LockedThemes.nullable(),
  /** by theme, the segments that an example can be made of */
  sources: z
    .array(
      z.object({
        code: CodeIdText,
        segments: z
          .array(SaidSegment.extend({ paraphrase: z.string().nullable() }))
          .readonly(),
        note: z.string().nullable(),
      }),
    )
    .readonly(),
  obstacles: z.array(Obstacle).readonly(),
})
export type Themes = z.infer<typeof Themes>

export const Approve = z.object({ text: Typed, harmless: z.boolean() })
export type Approve = z.infer<typeof Approve>

export const RecordCheck = z.object({
  outcome: z.enum(memberCheckOutcomes),
  /** what was to be corrected; stays with the facilitators */
  note: Typed,
  harmless: z.boolean(),
})
export type RecordCheck = z.infer<typeof RecordCheck>

/** Below what the server takes of anything. */
const largestFile = 2_700_000

export const BringCodebook = z.object({ file: z.base64().max(largestFile) })
export const BringProject = BringCodebook.extend({
  /** which of the people who coded there, from 1; null where there is one */
  coder: z.int().min(1).max(99).nullable(),
})
export const BringTable = z.object({ csv: z.string().max(largestFile) })

/** What a file changed. */
export const Brought = z.object({
  /** codes of one's own that are new in the codebook */
  codes: z.int(),
  /** segments whose codes are those of the file now */
  segments: z.int(),
})
export type Brought = z.infer<typeof Brought>
