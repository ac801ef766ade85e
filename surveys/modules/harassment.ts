import type { Part } from '../questionnaire.ts'

const known = { kind: 'one-of', options: ['yes', 'no', 'do-not-know'] } as const

/** Optional: bullying, harassment and discrimination: what kind, from which side, and whether it could
 * be told. Everybody is asked everything: a page that grows after a "yes" can be seen by others. */
export const harassment: Part = {
  id: 'module-harassment',
  isOptional: true,
  sections: [
    {
      leadId: 'last-twelve-months',
      items: [
        {
          id: 'harassed-how',
          format: {
            kind: 'any-of',
            options: ['humiliated', 'left-out', 'sexual', 'who-i-am', 'other', 'none'],
            exclusive: ['none'],
          },
          topic: 'work.harass',
        },
        {
          id: 'harassed-by',
          format: {
            kind: 'any-of',
            options: ['leader', 'colleague', 'customer', 'does-not-apply'],
            exclusive: ['does-not-apply'],
          },
          topic: 'work.harass',
        },
        {
          id: 'harassed-told',
          format: {
            kind: 'one-of',
            options: ['it-helped', 'no-change', 'not-told', 'does-not-apply'],
          },
          topic: 'work.harass',
        },
      ],
    },
    {
      items: [
        {
          id: 'harassed-why-silent',
          format: {
            kind: 'any-of',
            options: ['whom', 'consequences', 'no-use', 'nothing'],
            exclusive: ['nothing'],
          },
          topic: 'work.harass',
        },
        {
          id: 'harassment-rules-known',
          format: known,
          optionsLike: 'yes-no',
          topic: 'work.harass',
        },
      ],
    },
  ],
}
