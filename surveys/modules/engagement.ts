import type { Part } from '../questionnaire.ts'

const often = { kind: 'frequency' } as const
const agreement = { kind: 'agreement' } as const

/** Optional: staying or leaving. */
export const engagement: Part = {
  id: 'module-engagement',
  isOptional: true,
  sections: [
    {
      leadId: 'last-four-weeks-at-work',
      items: [
        { id: 'began-with-good-feeling', format: often, reversed: true },
        { id: 'learned-something', format: often, reversed: true },
        { id: 'thought-of-leaving', format: often },
      ],
    },
    {
      leadId: 'how-far-agree',
      items: [{ id: 'would-tell-a-friend', format: agreement, reversed: true }],
    },
    {
      items: [
        {
          id: 'would-leave-because',
          format: {
            kind: 'any-of',
            options: [
              'pay',
              'load',
              'hours',
              'leadership',
              'colleagues',
              'no-way-up',
              'nothing',
            ],
            exclusive: ['nothing'],
          },
        },
      ],
    },
  ],
}
