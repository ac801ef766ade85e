import type { ConstructId } from '#surveys/constructs.ts'
import type { Family } from '#surveys/modules/getting-help.ts'
import type { Figure } from '../disclosure/disclosed.ts'
import type { Need, Needs } from '../needs/need.ts'
import { readShare } from '../needs/read-release.ts'

/** The parts of an introduction. */
export type Topic =
  | 'why'
  | 'work'
  | 'offer'
  | 'who'
  | 'how'
  | 'private'
  | 'door'
  | 'policy'
  | 'questions'

const standardOrder: readonly Topic[] = [
  'why',
  'work',
  'offer',
  'who',
  'how',
  'private',
  'door',
  'policy',
  'questions',
]

/** Ways to meet help, as the questionnaire asks about them. */
export const channels = [
  'phone',
  'video',
  'chat',
  'near-work',
  'elsewhere',
  'online',
  'group',
] as const
export type Channel = (typeof channels)[number]

/** What was released and may change the material. Nothing finer is known here. */
export interface Findings {
  readonly needs: Needs
  /** share who would use a kind of help */
  readonly wanted: Readonly<Partial<Record<Family, Figure>>>
  /** share who would like to meet help in a way */
  readonly ways: Readonly<Partial<Record<Channel, Figure>>>
}

/** From here on a finding changes what the material says first. */
const tellingNeed = 45
/** Points between managers and staff from which they see the work differently. */
const tellingGap = 20

/** Needs that more than a guess stands behind. */
const reliable = ({ needs }: Findings): readonly Need[] =>
  needs.needs.filter(({ confidence }) => confidence !== 'very-low')

const isTelling = (findings: Findings, construct: ConstructId): boolean =>
  reliable(findings).some(
    (need) => need.construct === construct && need.score >= tellingNeed,
  )

const isHigh = (findings: Findings, of: (construct: ConstructId) => boolean): boolean =>
  reliable(findings).some(({ construct, band }) => band === 'high' && of(construct))

/** Many do not know how to get help: steps early, card and text messages, "save the number". */
export const accessFirst = (findings: Findings): boolean =>
  isTelling(findings, 'help.aware')

/** Many doubt that it stays private: confidentiality early, an empty yearly report is shown. */
export const confidentialityFirst = (findings: Findings): boolean =>
  isTelling(findings, 'help.trust')

/** Asking for help is hard: ordinary problems, neutral stories, ways outside work. */
export const ordinaryProblems = (findings: Findings): boolean =>
  isTelling(findings, 'help.stigma')

/** Help is hard to reach: hours, languages and the rule on work time on the first page. */
export const practicalitiesFirst = (findings: Findings): boolean =>
  isTelling(findings, 'help.access')

const practicalHelp: readonly Family[] = [
  'money',
  'legal',
  'stress_sleep_group',
  'online_program',
  'children_care',
  'everyday_help',
]

/** What is wished for most is practical: sleep, money or law are the first way in. */
export function practicalDoors({ wanted }: Findings): boolean {
  const known = Object.entries(wanted).flatMap(([family, figure]) => {
    const share = readShare(figure)
    return share === null ? [] : [{ family: family as Family, share }] // a key of `wanted`
  })
  const most = known.toSorted((a, b) => b.share - a.share)[0]
  return most !== undefined && practicalHelp.includes(most.family)
}

/** The work itself is a cause: the second part says what changes, who does it and when. */
export const workFirst = (findings: Findings): boolean =>
  isHigh(findings, (construct) => construct.startsWith('work.'))

/** Care for others or money weighs on many: a letter to families and a session in the evening. */
export const familyLetter = (findings: Findings): boolean =>
  isHigh(findings, (construct) => ['soc.care', 'soc.finance'].includes(construct))

/** People said how they want to meet help, and it may be told: the ways in that order. */
export function channelOrder({ ways }: Findings): readonly Channel[] {
  const known = channels.flatMap((channel) => {
    const figure = ways[channel]
    const share = figure ? readShare(figure) : null
    return share === null ? [] : [{ channel, share }]
  })
  return known.toSorted((a, b) => b.share - a.share).map(({ channel }) => channel)
}

/** Managers and staff see the work differently: a part on what managers may not see. */
export const managerGap = (findings: Findings): boolean =>
  reliable(findings).some(({ managerGap: gap }) => Math.abs(gap ?? 0) >= tellingGap)

/** A need is greater in a part of the organization: one session more, open to everybody. */
export const extraSession = (findings: Findings): boolean =>
  reliable(findings).some(({ targetedUnits }) => targetedUnits.length > 0)

/** Nothing that is known is reliable: the standard version, which says so. */
export const standardVersion = (findings: Findings): boolean =>
  reliable(findings).length === 0

const rules = {
  'work-first': workFirst,
  'confidentiality-first': confidentialityFirst,
  'access-first': accessFirst,
  'ordinary-problems': ordinaryProblems,
  'practicalities-first': practicalitiesFirst,
  'practical-doors': practicalDoors,
  'family-letter': familyLetter,
  'channel-order': (findings: Findings): boolean => channelOrder(findings).length > 1,
  'manager-gap': managerGap,
  'extra-session': extraSession,
  standard: standardVersion,
} as const satisfies Readonly<Record<string, (findings: Findings) => boolean>>

export type RuleId = keyof typeof rules

/** How the findings of one organization change its material. */
export interface Tailoring {
  /** those that hold, in the order in which they are explained */
  readonly rules: readonly RuleId[]
  readonly order: readonly Topic[]
  readonly ways: readonly Channel[]
}

/** What the material says first, and why. What changes at work always comes before help. */
export function tailor(findings: Findings): Tailoring {
  const holding = (Object.keys(rules) as RuleId[]).filter((id) => rules[id](findings))
  return { rules: holding, order: orderOf(findings), ways: channelOrder(findings) }
}

function orderOf(findings: Findings): readonly Topic[] {
  const first: readonly Topic[] = [
    'why',
    'work',
    ...(confidentialityFirst(findings) ? (['private'] as const) : []),
    ...(accessFirst(findings) ? (['how'] as const) : []),
  ]
  return [...first, ...standardOrder.filter((topic) => !first.includes(topic))]
}
