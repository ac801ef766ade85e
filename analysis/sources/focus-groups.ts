import { type ConstructId, constructOf } from '#surveys/constructs.ts'
import {
  groupTopics,
  smallestGroup,
  type ThemeLevel,
  themeItem,
} from '#surveys/focus-group-form.ts'
import type { Answers } from '#surveys/questionnaire.ts'
import { type Batch, readInTurn } from './batches.ts'
import type { GroupEvidence } from './evidence.ts'

/** Nothing is said of fewer groups, or of a theme that came up in only one of them. */
export const fewestGroups = 3
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
 * Groups that came after the release are read in batches, each by these same rules: F is over
 * all groups of the readings there are, and no reading is about fewer than three.
 *
 * @param batches answers to the focus-group form that passed its reader, one for each session
 */
export function readFocusGroups(batches: readonly Batch<Answers>[]): FocusGroupEvidence {
  const held = batches.map((batch) => batch.filter(isGroup))
  const byConstruct = groupTopics.flatMap((construct) => {
    const readings = readInTurn(held, (forms) => evidenceOf(construct, forms))
    const evidence = readings.map(({ told }) => told)
    return evidence.length > 0 ? [[construct, together(evidence)] as const] : []
  })
  return { groups: held.flat().length, byConstruct: Object.fromEntries(byConstruct) }
}

/** Fewer people are a conversation, not a group. */
export function isGroup({ participants }: Answers): boolean {
  return Number(participants) >= smallestGroup
}

/** F over the groups of several readings: a function of what each of them tells. */
function together(readings: readonly GroupEvidence[]): GroupEvidence {
  const sumOf = (part: (reading: GroupEvidence) => number): number =>
    readings.reduce((sum, reading) => sum + part(reading), 0)
  const groupsProbed = sumOf((reading) => reading.groupsProbed)
  return {
    score: sumOf(({ score, groupsProbed: groups }) => score * groups) / groupsProbed,
    groupsProbed,
    groupsRaised: sumOf((reading) => reading.groupsRaised),
  }
}

function evidenceOf(
  construct: ConstructId,
  held: readonly Answers[],
): GroupEvidence | null {
  if (held.length < fewestGroups) return null
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
