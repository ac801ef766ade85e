import type { Part } from '../questionnaire.ts'

const howOften = {
  kind: 'one-of',
  options: ['no', 'once-or-twice', 'several-times'],
} as const
const known = { kind: 'one-of', options: ['yes', 'no', 'do-not-know'] } as const

/** Optional: gambling, own or by someone close. */
export const gambling: Part = {
  id: 'module-gambling',
  isOptional: true,
  sections: [
    {
      leadId: 'last-twelve-months',
      items: [
        {
          id: 'gambled-more',
          format: howOften,
          optionsLike: 'substances',
          topic: 'psy.gambling',
        },
        {
          id: 'gambling-took-time',
          format: howOften,
          optionsLike: 'substances',
          topic: 'psy.gambling',
        },
        {
          id: 'gambling-kept-secret',
          format: howOften,
          optionsLike: 'substances',
          topic: 'psy.gambling',
        },
      ],
    },
    {
      items: [
        {
          id: 'gambling-help-known',
          format: known,
          optionsLike: 'yes-no',
          topic: 'help.aware',
        },
      ],
    },
  ],
}
