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
}

type Seen = readonly [level: string, basis: 'observed' | 'told' | 'guess']

function interview(
  unit: string,
  signals: Readonly<Record<string, string>>,
  needs: Readonly<Partial<Record<ConstructId, Seen>>>,
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
      held: 'meeting',
      consent: 'yes',
      'not-about-one-person': 'yes',
      ...Object.fromEntries([...noticed, ...rated]),
    },
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
  ),
  interview(
    'Warehouse South',
    { turnover: '2', 'short-absence': '2' },
    { 'work.demands': ['2', 'observed'], 'bio.msk': ['2', 'told'] },
  ),
  interview(
    'Drivers East',
    { 'flexibility-requests': '3', complaints: '2' },
    {
      'work.balance': ['3', 'told'],
      'work.control': ['2', 'observed'],
      'work.demands': ['2', 'observed'],
    },
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
  ),
  interview(
    'Sales',
    { conflict: '2', turnover: '1' },
    {
      'work.peers': ['2', 'observed'],
      'work.change': ['2', 'told'],
      'work.balance': ['2', 'told'],
    },
  ),
  interview(
    'IT',
    { backlog: '1', withdrawal: '1' },
    {
      'work.demands': ['1', 'observed'],
      'work.control': ['0', 'observed'],
      'work.role': ['1', 'observed'],
    },
  ),
]
