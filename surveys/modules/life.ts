import type { Item, Part } from '../questionnaire.ts'

const often = { kind: 'frequency' } as const
const looksAfter = {
  item: 'looks-after',
  isAnyOf: ['children', 'adult', 'both'],
} as const

const home: readonly Item[] = [
  { id: 'tension-at-home', format: often, construct: 'soc.relations' },
  { id: 'family-took-attention', format: often, construct: 'soc.relations' },
]

const care: readonly Item[] = [
  {
    id: 'looks-after',
    format: { kind: 'one-of', options: ['children', 'adult', 'both', 'no'] },
  },
  { id: 'care-and-job', format: often, construct: 'soc.care', shownWhen: looksAfter },
  { id: 'care-alone', format: often, construct: 'soc.care', shownWhen: looksAfter },
]

const money: readonly Item[] = [
  { id: 'money-worries', format: often, construct: 'soc.finance' },
  { id: 'hard-to-pay', format: often, construct: 'soc.finance' },
]

const papers: readonly Item[] = [
  {
    id: 'legal-troubles',
    format: {
      kind: 'any-of',
      options: ['legal', 'housing', 'authorities', 'debt', 'none'],
      exclusive: ['none'],
    },
    construct: 'soc.legal',
  },
]

const support: readonly Item[] = [
  { id: 'alone-with-problems', format: often, construct: 'soc.support' },
  { id: 'someone-to-talk-to', format: often, construct: 'soc.support', reversed: true },
]

/** Block C: life outside work. */
export const life: Part = {
  id: 'life',
  sections: [
    { leadId: 'last-four-weeks', items: home },
    { items: care },
    { leadId: 'last-four-weeks', items: money },
    { leadId: 'last-twelve-months', items: papers },
    { leadId: 'last-four-weeks', items: support },
  ],
}
