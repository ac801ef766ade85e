import type { Part } from '../questionnaire.ts'

const often = { kind: 'frequency' } as const
const agreement = { kind: 'agreement' } as const
const leads = { item: 'leads-others', isAnyOf: ['yes'] } as const

/** Optional: the load of those who lead others, asked of them alone. */
export const leading: Part = {
  id: 'module-leading',
  isOptional: true,
  sections: [
    {
      items: [{ id: 'leads-others', format: { kind: 'one-of', options: ['yes', 'no'] } }],
    },
    {
      leadId: 'last-four-weeks-at-work',
      items: [
        {
          id: 'time-for-my-people',
          format: often,
          topic: 'work.demands',
          reversed: true,
          shownWhen: leads,
        },
        { id: 'squeezed-between', format: often, topic: 'work.role', shownWhen: leads },
        {
          id: 'someone-for-leaders',
          format: often,
          topic: 'work.leader',
          reversed: true,
          shownWhen: leads,
        },
      ],
    },
    {
      leadId: 'how-far-agree',
      items: [
        {
          id: 'can-begin-hard-talk',
          format: agreement,
          reversed: true,
          shownWhen: leads,
        },
      ],
    },
  ],
}
