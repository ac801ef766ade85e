import type { Part } from '../questionnaire.ts'

const often = { kind: 'frequency' } as const

/** Optional: how working hours and sleep fit together. */
export const sleepShifts: Part = {
  id: 'module-sleep-shifts',
  isOptional: true,
  sections: [
    {
      items: [
        {
          id: 'shift-kind',
          format: { kind: 'one-of', options: ['days', 'evenings-nights', 'changing'] },
        },
      ],
    },
    {
      leadId: 'last-four-weeks',
      items: [
        { id: 'sleep-between-shifts', format: often, topic: 'bio.sleep' },
        { id: 'sleep-irregular', format: often, topic: 'bio.sleep' },
        { id: 'hours-known-late', format: often, topic: 'work.control' },
        { id: 'fought-sleep', format: often, topic: 'bio.sleep' },
      ],
    },
  ],
}
