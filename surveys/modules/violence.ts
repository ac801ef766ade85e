import type { Part } from '../questionnaire.ts'

const often = { kind: 'frequency' } as const
const agreement = { kind: 'agreement' } as const

/** Optional: threats and violence at work, and what is done about them. */
export const violence: Part = {
  id: 'module-violence',
  isOptional: true,
  sections: [
    {
      leadId: 'last-twelve-months',
      items: [
        {
          id: 'violence-how',
          format: {
            kind: 'any-of',
            options: ['threats', 'attack', 'followed', 'none'],
            exclusive: ['none'],
          },
          topic: 'work.violence',
        },
        {
          id: 'violence-by',
          format: {
            kind: 'any-of',
            options: ['customer', 'public', 'colleague', 'does-not-apply'],
            exclusive: ['does-not-apply'],
          },
          topic: 'work.violence',
        },
      ],
    },
    {
      leadId: 'last-four-weeks-at-work',
      items: [{ id: 'alone-at-risk', format: often, topic: 'work.violence' }],
    },
    {
      leadId: 'how-far-agree',
      items: [
        {
          id: 'practised-threat',
          format: agreement,
          topic: 'work.violence',
          reversed: true,
        },
        {
          id: 'cared-for-after',
          format: agreement,
          topic: 'work.violence',
          reversed: true,
        },
      ],
    },
  ],
}
