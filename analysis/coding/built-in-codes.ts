import { groupTopics } from '#surveys/focus-group-form.ts'

/** Changes with any change of the codes below or of what they mean. */
export const builtInVersion = 'codebook-1'

/**
 * The three families in which ISO 45003:2021 lists psychosocial hazards: how work is organized,
 * how people treat each other at work, and the surroundings and tools. In words of our own.
 */
type HazardFamily = 'organization' | 'social' | 'surroundings'

/** Hazards of work that no construct covers, each with its family. */
export const hazards = {
  hours: 'organization',
  remote: 'organization',
  culture: 'social',
  development: 'social',
  supervision: 'social',
  civility: 'social',
  tools: 'surroundings',
  premises: 'surroundings',
  danger: 'surroundings',
} as const satisfies Readonly<Record<string, HazardFamily>>

/** The constructs that are such hazards themselves, so that none has two codes. */
export const hazardConstructs = {
  'work.demands': 'organization',
  'work.control': 'organization',
  'work.role': 'organization',
  'work.change': 'organization',
  'work.leader': 'social',
  'work.peers': 'social',
  'work.reward': 'social',
  'work.balance': 'social',
  'work.harass': 'social',
  'work.violence': 'social',
} as const satisfies Readonly<Record<string, HazardFamily>>

/** Help people say they would use, and how it would have to be. */
const wishes = [
  'conversation',
  'practical',
  'health',
  'adjustments',
  'colleagues',
  'managers',
  'form',
  'family',
] as const

/** What stops people from getting help, beside the constructs `help.*`. */
const barriers = ['self-reliance', 'doubt', 'gatekeeper', 'fit'] as const

/** What must be true so that people trust the help. */
const trustConditions = [
  'outside',
  'no-report',
  'own-choice',
  'example',
  'professionals',
  'follow-through',
] as const

type GroupTopic = (typeof groupTopics)[number]

export type ConstructCode = `construct.${GroupTopic}`
export type BuiltInCode =
  | ConstructCode
  | `hazard.${keyof typeof hazards}`
  | `wish.${(typeof wishes)[number]}`
  | `barrier.${(typeof barriers)[number]}`
  | `trust.${(typeof trustConditions)[number]}`

/** Every built-in code, in the order a coder sees them. */
export const builtInCodes: readonly BuiltInCode[] = [
  ...groupTopics.map((id): ConstructCode => `construct.${id}`),
  ...(Object.keys(hazards) as (keyof typeof hazards)[]).map(
    (id) => `hazard.${id}` as const,
  ),
  ...wishes.map((id) => `wish.${id}` as const),
  ...barriers.map((id) => `barrier.${id}` as const),
  ...trustConditions.map((id) => `trust.${id}` as const),
]
