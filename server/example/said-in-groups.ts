import type { CodeId } from '#analysis/coding/codebook.ts'
import type { ConstructId } from '#surveys/constructs.ts'
import type { RouteQuestion, Tone } from '#surveys/focus-groups/segment.ts'

/** One thing an invented group said, and the codes two people gave it. */
export interface SaidInGroup {
  readonly text: string
  readonly question: RouteQuestion
  readonly tone: Tone
  readonly speakers: number
  /** raised with the strength that the group's form has; null for what is no need */
  readonly construct: ConstructId | null
  /** beside the construct */
  readonly codes: readonly CodeId[]
}

/** What the four groups of `exampleGroups` said, in their order. */
export const saidInGroups: readonly (readonly SaidInGroup[])[] = [
  [
    need(
      'work.demands',
      3,
      5,
      'In peak weeks the pallets come faster than anybody can load.',
    ),
    need('bio.msk', 3, 3, 'Backs and shoulders hurt by Thursday at the latest.', [
      'hazard.tools',
    ]),
    need(
      'work.leader',
      5,
      2,
      'Whoever asks the shift lead for help hears that all are tired.',
    ),
    need('help.trust', 7, 3, 'Who calls a helpline from work is seen doing it.', [
      'trust.outside',
    ]),
    wish(6, 4, 'Somebody to talk to before or after a shift, not in the middle.', [
      'wish.form',
    ]),
  ],
  [
    need('soc.finance', 2, 4, 'The wage is gone a week before the next one comes.'),
    need('work.demands', 3, 3, 'Two people do what four did last year.'),
    need('help.aware', 6, 5, 'Nobody here knew that there is any help at all.'),
    need('help.access', 6, 3, 'The number answers in a language few of us speak.', [
      'wish.form',
    ]),
    wish(6, 3, 'Help with letters from offices and with debts.', ['wish.practical']),
  ],
  [
    need('work.balance', 3, 6, 'The rota of next week comes on Friday evening.', [
      'hazard.hours',
    ]),
    need('bio.sleep', 3, 5, 'After three nights nobody sleeps through the day.', [
      'hazard.hours',
    ]),
    need('soc.care', 2, 2, 'Whoever has small children swaps shifts all the time.'),
    need('help.trust', 7, 4, 'People believe that the office hears who asked for help.', [
      'trust.no-report',
    ]),
    need('work.demands', 5, 2, 'Tours are planned as if there were no traffic.'),
  ],
  [
    need(
      'work.change',
      2,
      4,
      'Three systems in two years, and each time no time to learn.',
    ),
    need('work.violence', 3, 3, 'Callers threaten, and one sits there alone with it.'),
    need(
      'psy.exhaustion',
      3,
      2,
      'In the evening there is nothing left for anybody at home.',
    ),
    need(
      'help.trust',
      7,
      2,
      'It needs somebody who went there and says that it helped.',
      ['trust.example'],
    ),
    need('help.aware', 6, 3, 'There was a leaflet once; nobody kept it.'),
    wish(6, 3, 'A talk right after a threat, the same day.', ['wish.conversation']),
  ],
]

/** What may be read of it, in other words. */
export const paraphrases: Readonly<Record<string, string>> = {
  'Two people do what four did last year.': 'Fewer people do the same work.',
  'In peak weeks the pallets come faster than anybody can load.':
    'In the busiest weeks the pace cannot be kept.',
  'People believe that the office hears who asked for help.':
    'Many think that asking for help does not stay private.',
  'There was a leaflet once; nobody kept it.':
    'What help there is was told once and forgotten.',
}

function need(
  construct: ConstructId,
  question: RouteQuestion,
  speakers: number,
  text: string,
  codes: readonly CodeId[] = [],
): SaidInGroup {
  return { text, question, tone: 'problem', speakers, construct, codes }
}

function wish(
  question: RouteQuestion,
  speakers: number,
  text: string,
  codes: readonly CodeId[],
): SaidInGroup {
  return { text, question, tone: 'wish', speakers, construct: null, codes }
}
