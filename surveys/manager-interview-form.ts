import { type ConstructId, constructIds, constructs } from './constructs.ts'
import type { Item, Part, Questionnaire } from './questionnaire.ts'

/** What a manager may have noticed about the team, from 0 (none) to 4 (very strong). */
const signals = [
  'short-absence',
  'long-absence',
  'turnover',
  'backlog',
  'errors',
  'conflict',
  'complaints',
  'withdrawal',
  'flexibility-requests',
  'help-requests',
] as const

export type Signal = (typeof signals)[number]

export const levels = ['0', '1', '2', '3', '4'] as const

export const needItem = (construct: ConstructId): string => `need.${construct}`
export const basisItem = (construct: ConstructId): string => `basis.${construct}`

/** The needs a manager can see without guessing at private life. */
const ratedConstructs = constructIds.filter((id) => constructs[id].managerObservable)

const team: Part = {
  id: 'team',
  sections: [
    {
      items: [
        {
          id: 'role',
          format: { kind: 'one-of', options: ['line', 'department', 'site'] },
        },
        {
          id: 'held',
          format: { kind: 'one-of', options: ['meeting', 'video', 'phone'] },
        },
        {
          id: 'consent',
          format: { kind: 'one-of', options: ['yes'] },
          required: true,
        },
        {
          id: 'not-about-one-person',
          format: { kind: 'one-of', options: ['yes'] },
          required: true,
        },
      ],
    },
  ],
}

const signalItems = (signal: Signal): readonly Item[] => [
  {
    id: `signal.${signal}`,
    format: { kind: 'one-of', options: [...levels, 'do-not-know'] },
    optionsLike: 'signal',
    layout: 'row',
  },
  {
    id: `trend.${signal}`,
    titleKey: 'item.trend',
    format: { kind: 'one-of', options: ['better', 'same', 'worse'] },
    optionsLike: 'trend',
    layout: 'row',
    shownWhen: { item: `signal.${signal}`, isAnyOf: ['1', '2', '3', '4'] },
  },
]

const needItems = (construct: ConstructId): readonly Item[] => [
  {
    id: needItem(construct),
    construct,
    titleKey: `construct.${construct}`,
    format: { kind: 'one-of', options: [...levels, 'cannot-see'] },
    optionsLike: 'need',
    layout: 'row',
  },
  {
    id: basisItem(construct),
    titleKey: 'item.basis',
    format: { kind: 'one-of', options: ['observed', 'told', 'guess'] },
    optionsLike: 'basis',
    layout: 'row',
    shownWhen: { item: needItem(construct), isAnyOf: levels },
  },
]

/** The manager's team-needs interview: about the team, never about a person. */
export const managerInterviewForm: Questionnaire = {
  id: 'manager-interview-1',
  mayDecline: false,
  parts: [
    team,
    {
      id: 'signals',
      sections: [{ leadId: 'signals', items: signals.flatMap(signalItems) }],
    },
    {
      id: 'needs',
      sections: [{ leadId: 'needs', items: ratedConstructs.flatMap(needItems) }],
    },
  ],
}
