import { type ConstructId, constructIds, constructs, type Domain } from './constructs.ts'
import { locales } from './locale.ts'
import type { Item, Part, Questionnaire } from './questionnaire.ts'

/** A group of fewer people is a conversation: kept, but not counted as a group. */
export const smallestGroup = 4

/** How a topic came up; `not-discussed` is no evidence, `not-raised` is some. */
const themeLevels = [
  'not-discussed',
  'not-raised',
  'raised-mildly',
  'raised-clearly',
  'raised-strongly',
] as const

export type ThemeLevel = (typeof themeLevels)[number]

export const themeItem = (construct: ConstructId): string => `theme.${construct}`

/** Safety at home is never a topic for a group. */
export const groupTopics = constructIds.filter(isGroupTopic)

/** Whether a construct may be a topic among colleagues. */
export function isGroupTopic(
  construct: ConstructId,
): construct is Exclude<ConstructId, 'soc.safety'> {
  return construct !== 'soc.safety'
}

const session: Part = {
  id: 'session',
  sections: [
    {
      items: [
        {
          id: 'participants',
          format: { kind: 'whole-number', from: 2, to: 12 },
          required: true,
        },
        { id: 'mode', format: { kind: 'one-of', options: ['onsite', 'online'] } },
        { id: 'language', format: { kind: 'one-of', options: [...locales, 'several'] } },
        {
          id: 'unit-mix',
          format: { kind: 'one-of', options: ['one-unit', 'several-units'] },
        },
        {
          id: 'no-power-gap',
          format: { kind: 'one-of', options: ['yes'] },
          required: true,
        },
        { id: 'distress-protocol', format: { kind: 'one-of', options: ['no', 'yes'] } },
      ],
    },
  ],
}

const themesOf = (domain: Domain): Part => ({
  id: `themes-${domain}`,
  sections: [
    {
      leadId: 'themes',
      items: groupTopics.filter((id) => constructs[id].domain === domain).map(theme),
    },
  ],
})

const theme = (construct: ConstructId): Item => ({
  id: themeItem(construct),
  construct,
  titleKey: `construct.${construct}`,
  format: { kind: 'one-of', options: themeLevels },
  optionsLike: 'theme',
  layout: 'row',
})

/** The intake form of one focus-group session: what came up and how strongly. No names. */
export const focusGroupForm: Questionnaire = {
  id: 'focus-group-1',
  mayDecline: false,
  parts: [session, ...(['work', 'bio', 'psy', 'soc', 'help'] as const).map(themesOf)],
}
