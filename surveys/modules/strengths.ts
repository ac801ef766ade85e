import type { Part } from '../questionnaire.ts'

const often = { kind: 'frequency' } as const
const agreement = { kind: 'agreement' } as const

/** Optional: pride, meaning and team spirit. */
export const strengths: Part = {
  id: 'module-strengths',
  isOptional: true,
  sections: [
    {
      leadId: 'how-far-agree',
      items: [
        { id: 'proud-of-work', format: agreement, reversed: true },
        { id: 'work-matters-to-someone', format: agreement, reversed: true },
        { id: 'uses-what-i-can', format: agreement, reversed: true },
      ],
    },
    {
      leadId: 'last-four-weeks-at-work',
      items: [
        { id: 'laughed-together', format: often, topic: 'work.peers', reversed: true },
        {
          id: 'counted-on-colleagues',
          format: often,
          topic: 'work.peers',
          reversed: true,
        },
      ],
    },
  ],
}
