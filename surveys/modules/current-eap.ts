import type { Part } from '../questionnaire.ts'

const agreement = { kind: 'agreement' } as const
const known = { kind: 'one-of', options: ['yes', 'no', 'do-not-know'] } as const

/** Optional: the help program there is: known, used, of use. */
export const currentEap: Part = {
  id: 'module-current-eap',
  isOptional: true,
  sections: [
    {
      items: [
        { id: 'eap-heard', format: known, optionsLike: 'yes-no', topic: 'help.aware' },
      ],
    },
    {
      leadId: 'how-far-agree',
      items: [
        { id: 'eap-findable', format: agreement, topic: 'help.aware', reversed: true },
      ],
    },
    {
      leadId: 'last-twelve-months',
      items: [
        { id: 'eap-used', format: { kind: 'one-of', options: ['no', 'once', 'more'] } },
        {
          id: 'eap-helped',
          format: { kind: 'one-of', options: ['not-used', 'no', 'a-little', 'a-lot'] },
        },
      ],
    },
    {
      leadId: 'how-far-agree',
      items: [
        {
          id: 'eap-would-recommend',
          format: agreement,
          topic: 'help.trust',
          reversed: true,
        },
      ],
    },
  ],
}
