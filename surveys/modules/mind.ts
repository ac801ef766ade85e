import type { Item, Part } from '../questionnaire.ts'

const often = { kind: 'frequency' } as const
const howOften = ['no', 'once-or-twice', 'several-times'] as const

const distress: readonly Item[] = [
  { id: 'worries', format: often, construct: 'psy.distress' },
  { id: 'tense', format: often, construct: 'psy.distress' },
  { id: 'low-mood', format: often, construct: 'psy.distress' },
  { id: 'no-joy', format: often, construct: 'psy.distress' },
]

const exhaustion: readonly Item[] = [
  { id: 'no-strength-left', format: often, construct: 'psy.exhaustion' },
  { id: 'days-off-to-recover', format: often, construct: 'psy.exhaustion' },
  { id: 'more-energy-than-i-had', format: often, construct: 'psy.exhaustion' },
]

const lastYear: readonly Item[] = [
  {
    id: 'substances',
    format: { kind: 'one-of', options: howOften },
    construct: 'psy.substance',
  },
  {
    id: 'gambling',
    format: { kind: 'one-of', options: howOften },
    construct: 'psy.gambling',
    optionsLike: 'substances',
  },
  {
    id: 'hard-event',
    format: { kind: 'one-of', options: ['no', 'a-little', 'a-lot'] },
    construct: 'psy.lifeevent',
    optionsLike: 'long-illness',
  },
]

/** Block B: how you have been. */
export const mind: Part = {
  id: 'mind',
  sections: [
    { leadId: 'last-four-weeks', items: [...distress, ...exhaustion] },
    { leadId: 'last-twelve-months', items: lastYear },
  ],
}
