import { background } from '#surveys/background.ts'
import { type ConstructId, constructIds, constructOf } from '#surveys/constructs.ts'
import { isOwn } from '#surveys/own-question.ts'
import { itemsOf, optionsOf, type Questionnaire } from '#surveys/questionnaire.ts'
import { answeredBand, countsAs } from './bands.ts'
import {
  type PlannedFilter,
  type PlannedGroup,
  planDivisions,
  planFilters,
  planGroups,
} from './filters.ts'
import { driversAskedBy, type PlannedDrivers } from './planned-drivers.ts'
import type { FormedUnit, FormedUnits } from './reporting-units.ts'
import { sdc1, type Thresholds } from './rules.ts'

/** What a questionnaire, or an imported file, can say something about. */
export interface Asked {
  readonly constructs: readonly ConstructId[]
  readonly wanted: boolean
  readonly barriers: boolean
  /** background questions, with their answers in order */
  readonly filters: readonly PlannedFilter[]
  /** what is shown of how people answered and how well that measures */
  readonly items: readonly PlannedItem[]
  /** parts of the questionnaire, in order, where people may stop; none if left out */
  readonly parts?: readonly string[]
  /** what is looked for beside work; nothing if left out */
  readonly drivers?: PlannedDrivers | null
}

/** An item whose answers may be shown, and whose scale. */
export interface PlannedItem {
  readonly id: string
  /** null where it measures no need: then it counts as sensitive */
  readonly construct: ConstructId | null
  /** the need it is about where it does not count in that need's score; of modules only */
  readonly topic?: ConstructId
  /** none where people gave a number */
  readonly options: readonly string[]
  /** everybody sees it */
  readonly forAll: boolean
  /** more than one answer may be chosen */
  readonly several?: true
  /** written by the organization, whose answers may be groups of people */
  readonly own?: true
}

/** Common needs, needs about which one does not speak, and rare things that stand out. */
export type Handling = 'common' | 'sensitive' | 'rare'

/** The least number of answers for a figure; null where it is never shown. */
export interface LeastAnswers {
  readonly meanNeed: number | null
  readonly shares: number | null
}

export interface PlannedConstruct {
  readonly construct: ConstructId
  readonly handling: Handling
  readonly organization: LeastAnswers
  readonly units: LeastAnswers
}

export interface PlannedUnit extends FormedUnit {
  /** lower end of the band it stands in when everybody answers; null without head count */
  readonly highestBand: number | null
}

/**
 * What may ever be published of an assessment, decided before anybody answers and from head
 * counts only. Whatever is not in here is never published, whatever the answers are.
 *
 * The answers can only take away from it: a group stays hidden where too few answered.
 */
export interface PublicationPlan {
  readonly rules: 'SDC-1'
  readonly thresholds: Thresholds
  readonly organization: { readonly name: string; readonly headcount: number | null }
  /** data about many employers is not one organization */
  readonly manyEmployers: boolean
  /** what a ballot can carry */
  readonly reportingUnits: readonly string[]
  /** the units that may be shown; none where only the organization may (R14) */
  readonly units: readonly PlannedUnit[]
  readonly constructs: readonly PlannedConstruct[]
  readonly wanted: boolean
  readonly barriers: boolean
  readonly filters: readonly PlannedFilter[]
  /** the groups by background that may be shown */
  readonly groups: readonly PlannedGroup[]
  readonly items: readonly PlannedItem[]
  readonly parts: readonly string[]
  readonly drivers: PlannedDrivers | null
}

/** Plans the publication of an assessment. */
export function planPublication(subject: {
  readonly organization: string
  readonly manyEmployers: boolean
  readonly units: FormedUnits
  readonly asked: Asked
}): PublicationPlan {
  const { units, headcount } = subject.units
  const isDivided = units.length > 1
  const filters = planFilters(subject.asked.filters, headcount)
  const divisions = isDivided ? planDivisions(units, headcount) : []
  return {
    rules: 'SDC-1',
    thresholds: sdc1,
    organization: { name: subject.organization, headcount },
    manyEmployers: subject.manyEmployers,
    reportingUnits: units.filter(({ isReporting }) => isReporting).map(({ id }) => id),
    units: isDivided ? units.map(planUnit) : [],
    constructs: constructIds
      .filter((id) => subject.asked.constructs.includes(id))
      .map((id) => planConstruct(id, sdc1)),
    wanted: subject.asked.wanted,
    barriers: subject.asked.barriers,
    filters,
    groups: planGroups(filters, divisions),
    items: subject.asked.items,
    parts: subject.asked.parts ?? [],
    drivers: subject.asked.drivers ?? null,
  }
}

/** What a questionnaire of ours asks. */
export function askedBy(questionnaire: Questionnaire): Asked {
  const items = itemsOf(questionnaire)
  return {
    constructs: constructIds.filter((id) => items.some((item) => item.construct === id)),
    wanted: items.some(({ id }) => id === 'wanted-services'),
    barriers: items.some(({ id }) => id === 'barriers'),
    filters: filtersOf(questionnaire),
    items: itemsShown(questionnaire),
    parts: questionnaire.parts.map(({ id }) => id),
    drivers: driversAskedBy(questionnaire),
  }
}

/** All items but those of background, and the lists that have rules of their own. */
function itemsShown(questionnaire: Questionnaire): readonly PlannedItem[] {
  const apart = new Set([
    'wanted-services',
    'barriers',
    ...filtersOf(questionnaire).map(({ id }) => id),
  ])
  return itemsOf(questionnaire)
    .filter(({ id }) => !apart.has(id))
    .map(({ id, construct, topic, format, shownWhen }) => ({
      id,
      construct: construct ?? null,
      ...(topic && { topic }),
      options: optionsOf(format),
      forAll: shownWhen === undefined,
      ...(format.kind === 'any-of' && { several: true as const }),
      ...(isOwn(id) && { own: true as const }),
    }))
}

/** The background questions of a questionnaire. */
function filtersOf({ parts }: Questionnaire): readonly PlannedFilter[] {
  return parts
    .filter(({ id }) => id === background.id)
    .flatMap(({ sections }) => sections.flatMap(({ items }) => items))
    .map(({ id, format }) => ({ id, categories: optionsOf(format) }))
}

/** Rules R1, R6 and R8: what has to stand behind each figure of a construct. */
export function planConstruct(
  construct: ConstructId,
  least: Thresholds,
): PlannedConstruct {
  const handling = handlingOf(construct)
  switch (handling) {
    case 'common': {
      const figures = { meanNeed: least.group, shares: least.share }
      return { construct, handling, organization: figures, units: figures }
    }
    case 'sensitive': {
      const { sensitiveMean: meanNeed, sensitiveShare } = least
      const organization = { meanNeed, shares: sensitiveShare }
      return { construct, handling, organization, units: { meanNeed, shares: null } }
    }
    case 'rare': {
      const organization = { meanNeed: null, shares: least.rareShare }
      return {
        construct,
        handling,
        organization,
        units: { meanNeed: null, shares: null },
      }
    }
  }
}

export function handlingOf(construct: ConstructId): Handling {
  const { rare, sensitive } = constructOf(construct)
  if (rare) return 'rare'
  return sensitive ? 'sensitive' : 'common'
}

function planUnit(unit: FormedUnit): PlannedUnit {
  const { headcount } = unit
  const whenAllAnswer = headcount === null ? null : answeredBand(headcount, headcount)
  return { ...unit, highestBand: whenAllAnswer && countsAs(whenAllAnswer) }
}
