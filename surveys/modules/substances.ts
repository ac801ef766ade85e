import type { Part } from '../questionnaire.ts'

const agreement = { kind: 'agreement' } as const
const howOften = {
  kind: 'one-of',
  options: ['no', 'once-or-twice', 'several-times'],
} as const
const known = { kind: 'one-of', options: ['yes', 'no', 'do-not-know'] } as const

/** Optional: alcohol, medicines and drugs, and the culture around them. */
export const substances: Part = {
  id: 'module-substances',
  isOptional: true,
  sections: [
    {
      leadId: 'last-twelve-months',
      items: [
        {
          id: 'drank-more',
          format: howOften,
          optionsLike: 'substances',
          topic: 'psy.substance',
        },
        {
          id: 'took-to-cope',
          format: howOften,
          optionsLike: 'substances',
          topic: 'psy.substance',
        },
        {
          id: 'close-one-substances',
          format: howOften,
          optionsLike: 'substances',
          topic: 'psy.substance',
        },
      ],
    },
    {
      leadId: 'how-far-agree',
      items: [
        {
          id: 'easy-to-say-no',
          format: agreement,
          topic: 'psy.substance',
          reversed: true,
        },
      ],
    },
    {
      items: [
        {
          id: 'substance-help-known',
          format: known,
          optionsLike: 'yes-no',
          topic: 'help.aware',
        },
      ],
    },
  ],
}
