import type { Part } from '../questionnaire.ts'

const often = { kind: 'frequency' } as const

/** Optional: work away from the workplace. */
export const remote: Part = {
  id: 'module-remote',
  isOptional: true,
  sections: [
    {
      items: [
        {
          id: 'remote-days',
          format: { kind: 'one-of', options: ['never', 'some', 'most'] },
        },
      ],
    },
    {
      leadId: 'last-four-weeks',
      items: [
        { id: 'day-has-an-end', format: often, topic: 'work.balance', reversed: true },
        { id: 'reached-outside-hours', format: often, topic: 'work.balance' },
        { id: 'missed-colleagues', format: often, topic: 'work.peers' },
        { id: 'place-undisturbed', format: often, topic: 'work.control', reversed: true },
      ],
    },
  ],
}
