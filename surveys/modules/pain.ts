import type { Part } from '../questionnaire.ts'

const often = { kind: 'frequency' } as const

/** Optional: what in the work strains the body. */
export const pain: Part = {
  id: 'module-pain',
  isOptional: true,
  sections: [
    {
      leadId: 'last-four-weeks',
      items: [
        { id: 'heavy-without-help', format: often, topic: 'bio.msk' },
        { id: 'painful-positions', format: often, topic: 'bio.msk' },
        { id: 'workplace-fits', format: often, topic: 'bio.msk', reversed: true },
        { id: 'breaks-to-move', format: often, topic: 'bio.msk', reversed: true },
      ],
    },
    {
      items: [
        {
          id: 'pain-where',
          format: {
            kind: 'any-of',
            options: ['back', 'neck', 'arms', 'legs', 'none'],
            exclusive: ['none'],
          },
          topic: 'bio.msk',
        },
      ],
    },
  ],
}
