import type { Part } from '../questionnaire.ts'

const agreement = { kind: 'agreement' } as const

/** Optional: change, new tools and secure jobs. */
export const change: Part = {
  id: 'module-change',
  isOptional: true,
  sections: [
    {
      leadId: 'how-far-agree',
      items: [
        {
          id: 'change-with-a-say',
          format: agreement,
          topic: 'work.change',
          reversed: true,
        },
        { id: 'skills-in-doubt', format: agreement, topic: 'work.change' },
        { id: 'time-to-learn', format: agreement, topic: 'work.change', reversed: true },
        { id: 'watched-by-systems', format: agreement, topic: 'work.control' },
        { id: 'job-next-year', format: agreement, topic: 'work.change', reversed: true },
      ],
    },
  ],
}
