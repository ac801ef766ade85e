import { type ConstructId, constructOf } from '#surveys/constructs.ts'
import {
  groupTopics,
  smallestGroup,
  type ThemeLevel,
  themeItem,
} from '#surveys/focus-group-form.ts'
import type { Answers } from '#surveys/questionnaire.ts'
import type { GroupEvidence } from './evidence.ts'

/** Nothing is said of fewer groups, or of a theme that came up in only one of them. */
const fewestGroups = 3
const fewestGroupsWithTheme = 2

/** How strongly a theme came up, of 3; `not-discussed` is no answer. */
const intensities: Readonly<Partial<Record<ThemeLevel, number>>> = {
  'not-raised': 0,
  'raised-mildly': 1,
  'raised-clearly': 2,
  'raised-strongly': 3,
}

export interface FocusGroupEvidence {
  /** groups of at least four people */
  readonly groups: number
  readonly byConstruct: Readonly<Partial<Record<ConstructId, GroupEvidence>>>
}

/**
 * What the focus groups say of each construct.
 *
 *   F = 100 · Σ raised · intensity / 3 / G
 *
 * intensity 1–3; G the groups where it was a topic, raised or not.
 *
 * Fewer than four people are a conversation, not a group. Fewer than three groups say
 * nothing, and neither does a theme that one group alone raised or passed over: it would
 * tell what that group said. Silence about a sensitive construct is missing, not 0: people
 * do not speak of such things in front of colleagues.
 *
 * @param forms answers to the focus-group form that passed its reader, one for each session
 */
export function readFocusGroups(forms: readonly Answers[]): FocusGroupEvidence {
  const held = forms.filter(({ participants }) => Number(participants) >= smallestGroup)
  const byConstruct =
    held.length < fewestGroups
      ? []
      : groupTopics.flatMap((construct) => {
          const evidence = evidenceOf(construct, held)
          return evidence ? [[construct, evidence] as const] : []
        })
  return { groups: held.length, byConstruct: Object.fromEntries(byConstruct) }
}

function evidenceOf(
  construct: ConstructId,
  held: readonly Answers[],
): GroupEvidence | null {
  const found = held.flatMap(
    (answers) => intensityOf(answers[themeItem(construct)]) ?? [],
  )
  const groupsProbed = found.length
  const groupsRaised = found.filter((intensity) => intensity > 0).length
  if (groupsProbed < fewestGroupsWithTheme || groupsRaised === 1) return null
  if (groupsRaised === 0 && constructOf(construct).sensitive) return null

  const intensity = found.reduce((sum, one) => sum + one, 0)
  return { score: (100 * intensity) / 3 / groupsProbed, groupsProbed, groupsRaised }
}

function intensityOf(answer: Answers[string] | undefined): number | undefined {
  return typeof answer === 'string' ? intensities[answer as ThemeLevel] : undefined
}
