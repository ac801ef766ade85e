import type { Item, Part } from '../questionnaire.ts'

const agreement = { kind: 'agreement' } as const

/** The sixteen kinds of help a person can wish for: one per family of components. */
export const families = [
  'talk',
  'couple_family',
  'substance_gambling',
  'life_event',
  'online_program',
  'stress_sleep_group',
  'stop_smoking',
  'body',
  'money',
  'legal',
  'children_care',
  'everyday_help',
  'safety_home',
  'colleague_support',
  'return_adjust',
  'better_work',
] as const

export type Family = (typeof families)[number]

export const barriers = [
  'do-not-know-how',
  'time',
  'language',
  'distance',
  'cost',
  'might-be-seen',
  'not-private',
  'does-not-help',
  'own-help',
  'nothing',
] as const

export type Barrier = (typeof barriers)[number]

const attitudes: readonly Item[] = [
  { id: 'know-where', format: agreement, construct: 'help.aware', reversed: true },
  { id: 'stays-private', format: agreement, construct: 'help.trust', reversed: true },
  { id: 'could-harm-me', format: agreement, construct: 'help.stigma' },
  { id: 'ashamed', format: agreement, construct: 'help.stigma' },
]

const wishes: readonly Item[] = [
  {
    id: 'barriers',
    format: { kind: 'any-of', options: barriers, exclusive: ['nothing'] },
    construct: 'help.access',
  },
  {
    id: 'wanted-services',
    format: { kind: 'any-of', options: families, atMost: 5 },
  },
  {
    id: 'wanted-ways',
    format: {
      kind: 'any-of',
      options: [
        'phone',
        'video',
        'chat',
        'near-work',
        'elsewhere',
        'online',
        'group',
        'for-family',
        'in-en',
        'in-sv',
        'in-nb',
        'in-nl',
        'in-ro',
        'other-language',
      ],
    },
  },
]

/** Block E: getting help. It ends on wishes, so that nobody finishes on the heaviest item. */
export const gettingHelp: Part = {
  id: 'getting-help',
  sections: [{ leadId: 'how-far-agree', items: attitudes }, { items: wishes }],
}
