import { type ConstructId, constructIds, constructs } from './constructs.ts'
import type { Item, Part, Questionnaire } from './questionnaire.ts'

/** What a manager may have noticed about the team, from 0 (none) to 4 (very strong). */
export const signals = [
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

type Signal = (typeof signals)[number]

export const levels = ['0', '1', '2', '3', '4'] as const

export const needItem = (construct: ConstructId): string => `need.${construct}`
export const basisItem = (construct: ConstructId): string => `basis.${construct}`

/** The needs a manager can see without guessing at private life. */
export const ratedConstructs = constructIds.filter(
  (id) => constructs[id].managerObservable,
)

export const signalItem = (signal: Signal): string => `signal.${signal}`
export const trendItem = (signal: Signal): string => `trend.${signal}`
export const askedItem = (construct: ConstructId): string => `asked.${construct}`

/** Private topics: a manager can only say whether several people came and asked. */
export const privateTopics: readonly ConstructId[] = constructIds.filter(
  (id) => !constructs[id].managerObservable && !constructs[id].sensitive,
)

const oneOf = (
  id: string,
  options: readonly string[],
  more: Partial<Item> = {},
): Item => ({ id, format: { kind: 'one-of', options }, ...more })

const anyOf = (
  id: string,
  options: readonly string[],
  exclusive: string,
  optionsLike?: string,
): Item => ({
  id,
  format: { kind: 'any-of', options: [...options, exclusive], exclusive: [exclusive] },
  ...(optionsLike && { optionsLike }),
})

const team: Part = {
  id: 'team',
  sections: [
    {
      items: [
        oneOf('not-about-one-person', ['yes'], { required: true }),
        oneOf('consent', ['yes'], { required: true }),
        oneOf('role', ['line', 'department', 'site']),
        oneOf('shift', ['days', 'shifts', 'nights', 'mixed']),
        oneOf('remote', ['none', 'some', 'most']),
        anyOf(
          'changes',
          ['new-lead', 'reorganised', 'moved', 'tools', 'cuts', 'growth'],
          'none',
        ),
        oneOf('vacancies', ['none', 'some', 'many']),
      ],
    },
  ],
}

const signalItems = (signal: Signal): readonly Item[] => [
  {
    id: signalItem(signal),
    format: { kind: 'one-of', options: [...levels, 'do-not-know'] },
    optionsLike: 'signal',
    layout: 'row',
  },
  {
    id: trendItem(signal),
    titleKey: 'item.trend',
    format: { kind: 'one-of', options: ['better', 'same', 'worse'] },
    optionsLike: 'trend',
    layout: 'row',
    shownWhen: { item: signalItem(signal), isAnyOf: ['1', '2', '3', '4'] },
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

const causes = ['staffing', 'planning', 'roles', 'tools', 'hours'] as const

const sureOf = ['raise', 'refer', 'legal', 'return'] as const
export const sureItems: readonly string[] = sureOf.map((topic) => `sure.${topic}`)

const incident: Part = {
  id: 'incident',
  sections: [
    {
      leadId: 'incident',
      items: [anyOf('incident', ratedConstructs, 'none')],
    },
  ],
}

const ownNeeds: Part = {
  id: 'own',
  sections: [
    {
      items: [
        anyOf('own-needs', ['training', 'consultation', 'time', 'authority'], 'nothing'),
      ],
    },
    {
      leadId: 'sure',
      items: sureItems.map((id) =>
        oneOf(id, levels, { optionsLike: 'need', layout: 'row' }),
      ),
    },
  ],
}

const access: Part = {
  id: 'access',
  sections: [
    {
      items: [
        choices('access-where', ['at-work', 'elsewhere', 'phone', 'online']),
        choices('access-when', ['work-time', 'after-work', 'nights', 'weekends']),
        anyOf(
          'access-barriers',
          ['language', 'device', 'shifts', 'distance', 'trust'],
          'nothing',
        ),
      ],
    },
  ],
}

const orientation: Part = {
  id: 'orientation',
  sections: [
    {
      items: [
        oneOf('orient-time', ['start', 'middle', 'end']),
        oneOf('orient-format', ['together', 'single', 'online', 'paper']),
        oneOf('orient-length', ['quarter', 'half', 'hour']),
        oneOf('orient-who', ['provider', 'employee-side', 'leader', 'personnel']),
      ],
    },
  ],
}

/**
 * The manager's team-needs interview: about the team, never about a person. Choices only; what
 * may be written beside them is in `manager-interview-texts.ts`.
 */
export const managerInterviewForm: Questionnaire = {
  id: 'manager-interview-2',
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
    {
      id: 'asked',
      sections: [{ leadId: 'asked', items: privateTopics.map(askedOf) }],
    },
    incident,
    {
      id: 'causes',
      sections: [
        {
          items: [
            anyOf('control', causes, 'none', 'cause'),
            anyOf('no-control', causes, 'none', 'cause'),
          ],
        },
      ],
    },
    ownNeeds,
    access,
    orientation,
  ],
}

function choices(id: string, options: readonly string[]): Item {
  return { id, format: { kind: 'any-of', options } }
}

function askedOf(construct: ConstructId): Item {
  return oneOf(askedItem(construct), ['yes', 'no', 'do-not-know'], {
    titleKey: `construct.${construct}`,
    optionsLike: 'asked',
    layout: 'row',
  })
}
