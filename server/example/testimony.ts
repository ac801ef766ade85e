import type { ConstructId } from '#surveys/constructs.ts'
import { groupTopics, type ThemeLevel, themeItem } from '#surveys/focus-group-form.ts'
import { basisItem, needItem } from '#surveys/manager-interview-form.ts'
import type { Answers } from '#surveys/questionnaire.ts'

/** What an invented focus group brought up; every other topic was not talked about. */
function group(
  participants: number,
  language: string,
  raised: Readonly<Partial<Record<ConstructId, ThemeLevel>>>,
): Answers {
  const themes = groupTopics.map((topic) => [
    themeItem(topic),
    raised[topic] ?? 'not-discussed',
  ])
  return {
    participants,
    mode: 'onsite',
    language,
    'unit-mix': 'several-units',
    'no-power-gap': 'yes',
    'distress-protocol': 'no',
    ...Object.fromEntries(themes),
  }
}

/** Four groups, in the languages they spoke. */
export const exampleGroups: readonly Answers[] = [
  group(7, 'nb', {
    'work.demands': 'raised-strongly',
    'bio.msk': 'raised-clearly',
    'work.leader': 'raised-mildly',
    'help.trust': 'raised-clearly',
    'work.peers': 'not-raised',
  }),
  group(6, 'ro', {
    'soc.finance': 'raised-strongly',
    'work.demands': 'raised-clearly',
    'help.aware': 'raised-strongly',
    'help.access': 'raised-clearly',
    'work.role': 'not-raised',
  }),
  group(8, 'sv', {
    'work.balance': 'raised-strongly',
    'bio.sleep': 'raised-strongly',
    'soc.care': 'raised-mildly',
    'help.trust': 'raised-strongly',
    'work.demands': 'raised-mildly',
  }),
  group(5, 'en', {
    'work.change': 'raised-strongly',
    'work.violence': 'raised-clearly',
    'psy.exhaustion': 'raised-clearly',
    'help.trust': 'raised-mildly',
    'help.aware': 'raised-clearly',
  }),
]

export interface ExampleInterview {
  readonly unit: string
  readonly answers: Answers
  readonly texts: Readonly<Record<string, string>>
  /** what of it the facilitator lets out, in other words */
  readonly letOut: readonly { readonly kind: 'idea' | 'wish'; readonly text: string }[]
}

type Seen = readonly [level: string, basis: 'observed' | 'told' | 'guess']

function interview(
  unit: string,
  signals: Readonly<Record<string, string>>,
  needs: Readonly<Partial<Record<ConstructId, Seen>>>,
  idea: string,
  wish: string,
): ExampleInterview {
  const noticed = Object.entries(signals).flatMap(([signal, level]) => [
    [`signal.${signal}`, level],
    ...(level === '0' ? [] : [[`trend.${signal}`, 'same']]),
  ])
  const rated = Object.entries(needs).flatMap(([construct, [level, basis]]) => [
    [needItem(construct as ConstructId), level],
    [basisItem(construct as ConstructId), basis],
  ])
  return {
    unit,
    answers: {
      role: 'department',
      consent: 'yes',
      'not-about-one-person': 'yes',
      ...Object.fromEntries([...noticed, ...rated]),
    },
    texts: { action: idea, wish },
    letOut: [
      { kind: 'idea', text: idea },
      { kind: 'wish', text: wish },
    ],
  }
}

/** Six managers, each about one unit. */
export const exampleInterviews: readonly ExampleInterview[] = [
  interview(
    'Warehouse North',
    { backlog: '4', 'short-absence': '3', errors: '2' },
    {
      'work.demands': ['4', 'observed'],
      'bio.msk': ['3', 'observed'],
      'psy.exhaustion': ['3', 'told'],
    },
    'Plan the peak weeks together with those who load.',
    'Two people more in the peak weeks.',
  ),
  interview(
    'Warehouse South',
    { turnover: '2', 'short-absence': '2' },
    { 'work.demands': ['2', 'observed'], 'bio.msk': ['2', 'told'] },
    'Keep the rota for four weeks without changes.',
    'That we hear of changes before they happen.',
  ),
  interview(
    'Drivers East',
    { 'flexibility-requests': '3', complaints: '2' },
    {
      'work.balance': ['3', 'told'],
      'work.control': ['2', 'observed'],
      'work.demands': ['2', 'observed'],
    },
    'Give drivers a say in the order of their tours.',
    'Quiet rest rooms on the long tours.',
  ),
  interview(
    'Customer service',
    { complaints: '3', turnover: '3', withdrawal: '2' },
    {
      'work.change': ['2', 'observed'],
      'work.violence': ['3', 'observed'],
      'work.balance': ['1', 'guess'],
      'psy.exhaustion': ['2', 'observed'],
    },
    'Never leave anybody alone with a threatening caller.',
    'A second door out of the front desk.',
  ),
  interview(
    'Sales',
    { conflict: '2', turnover: '1' },
    {
      'work.peers': ['2', 'observed'],
      'work.change': ['2', 'told'],
      'work.balance': ['2', 'told'],
    },
    'Decide who owns which customer.',
    'Fewer targets, and the same ones for all.',
  ),
  interview(
    'IT',
    { backlog: '1', withdrawal: '1' },
    {
      'work.demands': ['1', 'observed'],
      'work.control': ['0', 'observed'],
      'work.role': ['1', 'observed'],
    },
    'Say no to new systems during the peak.',
    'One week a year to mend what is old.',
  ),
]
