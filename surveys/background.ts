import type { Part } from './questionnaire.ts'

/**
 * The few safe background questions, in coarse bands. Figures by background are shown
 * one variable at a time, never crossed; job title, tenure, exact age, nationality,
 * religion, orientation, ethnicity and diagnosis are never asked.
 */
export const background: Part = {
  id: 'background',
  sections: [
    {
      leadId: 'small-groups-merged',
      items: [
        {
          id: 'age',
          format: { kind: 'one-of', options: ['under-30', '30-49', '50-plus'] },
        },
        {
          id: 'gender',
          format: { kind: 'one-of', options: ['woman', 'man', 'another'] },
        },
        {
          id: 'staff-group',
          format: {
            kind: 'one-of',
            options: ['production', 'office', 'care', 'managers'],
          },
        },
      ],
    },
  ],
}
