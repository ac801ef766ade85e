import type { Part } from '../questionnaire.ts'

const often = { kind: 'frequency' } as const
const agreement = { kind: 'agreement' } as const
const known = { kind: 'one-of', options: ['yes', 'no', 'do-not-know'] } as const

/** Optional: money, debts and the home. */
export const moneyHousing: Part = {
  id: 'module-money-housing',
  isOptional: true,
  sections: [
    {
      leadId: 'last-four-weeks',
      items: [
        { id: 'money-ran-out', format: often, topic: 'soc.finance' },
        { id: 'housing-worry', format: often, topic: 'soc.legal' },
        { id: 'home-to-rest', format: often, topic: 'soc.legal', reversed: true },
      ],
    },
    {
      leadId: 'how-far-agree',
      items: [
        {
          id: 'could-pay-large-bill',
          format: agreement,
          topic: 'soc.finance',
          reversed: true,
        },
      ],
    },
    {
      items: [
        {
          id: 'would-use-money-advice',
          format: known,
          optionsLike: 'yes-no',
          topic: 'soc.finance',
        },
      ],
    },
  ],
}
