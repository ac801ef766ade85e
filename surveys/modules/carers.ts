import type { Part } from '../questionnaire.ts'

const often = { kind: 'frequency' } as const
const agreement = { kind: 'agreement' } as const
const looksAfter = {
  item: 'looks-after',
  isAnyOf: ['children', 'adult', 'both'],
} as const

/** Optional: care for children or adults, asked of those who have it. */
export const carers: Part = {
  id: 'module-carers',
  isOptional: true,
  sections: [
    {
      items: [
        {
          id: 'care-hours',
          format: { kind: 'one-of', options: ['under-5', '5-20', 'over-20'] },
          topic: 'soc.care',
          shownWhen: looksAfter,
        },
      ],
    },
    {
      leadId: 'last-four-weeks',
      items: [
        {
          id: 'care-rest',
          format: often,
          topic: 'soc.care',
          reversed: true,
          shownWhen: looksAfter,
        },
      ],
    },
    {
      leadId: 'how-far-agree',
      items: [
        {
          id: 'care-rights-known',
          format: agreement,
          topic: 'soc.care',
          reversed: true,
          shownWhen: looksAfter,
        },
        {
          id: 'care-understood',
          format: agreement,
          topic: 'soc.care',
          reversed: true,
          shownWhen: looksAfter,
        },
      ],
    },
    {
      items: [
        {
          id: 'care-would-help',
          format: {
            kind: 'any-of',
            options: ['hours', 'find-care', 'rights', 'talk', 'nothing'],
            exclusive: ['nothing'],
          },
          topic: 'soc.care',
          shownWhen: looksAfter,
        },
      ],
    },
  ],
}
