import type { Part } from '../questionnaire.ts'

const agreement = { kind: 'agreement' } as const
const known = { kind: 'one-of', options: ['yes', 'no', 'do-not-know'] } as const

/** Optional: safety at home. It asks for no act of violence: nobody reads answers as they are written,
 * and nobody could help. With a specialist partner only, and never on a device that others use. */
export const safetyAtHome: Part = {
  id: 'module-safety-at-home',
  isOptional: true,
  sections: [
    {
      leadId: 'how-far-agree',
      items: [
        {
          id: 'safe-where-i-live',
          format: agreement,
          topic: 'soc.safety',
          reversed: true,
        },
        {
          id: 'decides-own-life',
          format: agreement,
          topic: 'soc.safety',
          reversed: true,
        },
      ],
    },
    {
      items: [
        {
          id: 'home-help-known',
          format: known,
          optionsLike: 'yes-no',
          topic: 'soc.safety',
        },
        {
          id: 'work-could-help-safety',
          format: {
            kind: 'any-of',
            options: ['person', 'time', 'discretion', 'nothing'],
            exclusive: ['nothing'],
          },
          topic: 'soc.safety',
        },
      ],
    },
  ],
}
