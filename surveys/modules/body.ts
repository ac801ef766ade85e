import type { Item, Part } from '../questionnaire.ts'

const often = { kind: 'frequency' } as const

const sleep: readonly Item[] = [
  { id: 'slept-badly', format: often, construct: 'bio.sleep' },
  { id: 'tired-at-start', format: often, construct: 'bio.sleep' },
  { id: 'sleep-hindered-work', format: often, construct: 'bio.sleep' },
]

const pain: readonly Item[] = [
  { id: 'pain', format: often, construct: 'bio.msk' },
  { id: 'pain-hindered-work', format: often, construct: 'bio.msk' },
]

const habits: readonly Item[] = [
  { id: 'moved-enough', format: often, construct: 'bio.lifestyle', reversed: true },
]

const health: readonly Item[] = [
  {
    id: 'nicotine',
    format: { kind: 'one-of', options: ['no', 'sometimes', 'every-day'] },
    construct: 'bio.tobacco',
  },
  {
    id: 'nicotine-help',
    format: { kind: 'one-of', options: ['yes', 'no', 'unsure'] },
    shownWhen: { item: 'nicotine', isAnyOf: ['sometimes', 'every-day'] },
  },
  {
    id: 'long-illness',
    format: { kind: 'one-of', options: ['no', 'a-little', 'a-lot'] },
    construct: 'bio.chronic',
  },
]

/** Block A: body and energy. */
export const body: Part = {
  id: 'body',
  sections: [
    { leadId: 'last-four-weeks', items: [...sleep, ...pain, ...habits] },
    { items: health },
  ],
}
