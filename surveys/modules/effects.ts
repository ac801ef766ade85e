import type { Part } from '../questionnaire.ts'

/** Block F: effects on work. Outcomes, not needs: nothing here is scored as a construct. */
export const effects: Part = {
  id: 'effects',
  sections: [
    {
      items: [
        {
          id: 'days-away',
          format: {
            kind: 'one-of',
            options: ['0', '1-2', '3-5', '6-10', 'more-than-10'],
          },
        },
      ],
    },
    {
      leadId: 'last-four-weeks',
      items: [{ id: 'could-not-do-my-job', format: { kind: 'frequency' } }],
    },
    {
      items: [{ id: 'work-ability', format: { kind: 'whole-number', from: 0, to: 10 } }],
    },
  ],
}
