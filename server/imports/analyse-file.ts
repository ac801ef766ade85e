import { disclose } from '#analysis/disclosure/disclose.ts'
import type { Disclosed, Release } from '#analysis/disclosure/disclosed.ts'
import { planPublication } from '#analysis/disclosure/publication-plan.ts'
import {
  type FormedUnits,
  formReportingUnits,
  keepUnits,
  wholeOrganization,
} from '#analysis/disclosure/reporting-units.ts'
import { assessNeeds } from '#analysis/needs/assess-needs.ts'
import type { Parameters } from '#analysis/needs/method-parameters.ts'
import type { Needs } from '#analysis/needs/need.ts'
import {
  type Explanation,
  explainProposed,
} from '#analysis/recommendation/explanation.ts'
import { explanationContext } from '#analysis/recommendation/explanation-context.ts'
import type { Recommendation } from '#analysis/recommendation/recommendation.ts'
import { tallyCounts } from '#analysis/scoring/tally-counts.ts'
import { noTestimony } from '#analysis/sources/testimony.ts'
import { ImportProblem } from './import-problem.ts'
import { columnsOf, type Mapping } from './mapping.ts'
import { readTable } from './read-table.ts'
import { type ScoredRows, scoreRows } from './score-rows.ts'

export interface Analysed {
  readonly release: Disclosed<Release>
  readonly needs: Needs
  readonly recommendations: readonly Recommendation[]
  readonly explanations: readonly Explanation[]
  readonly parameters: Parameters
  /** printed with the report: the same data and seed give the same report */
  readonly seed: string
}

/** Runs another tool's export through the same chain as our own answers. */
export async function analyseFile(path: string, mapping: Mapping): Promise<Analysed> {
  const scored = await scoreRows(readTable(path, columnsOf(mapping)), mapping)
  const units = unitsOf(mapping, scored)
  const plan = planPublication({
    organization: mapping.title,
    manyEmployers: mapping.manyEmployers,
    units,
    asked: {
      constructs: scored.scores.map(({ construct }) => construct),
      wanted: false,
      barriers: false,
      filters: [],
      items: [],
    },
  })
  const counted = scored.units.map((raw) => countedIn(units, raw))
  const counts = tallyCounts(counted, scored.scores, {
    wanted: null,
    barriers: null,
    background: {},
    measured: null,
  })
  const release = disclose(plan, counts)
  const seed = mapping.title
  // The questions are another tool's: what is recorded of our own does not speak of them.
  const assessed = assessNeeds(release, noTestimony, { seed, validation: {} })
  const context = explanationContext(release, noTestimony, assessed)
  return {
    release,
    needs: assessed.needs,
    recommendations: context.recommendations,
    explanations: explainProposed(context),
    parameters: assessed.parameters,
    seed,
  }
}

/** Merged to the minimum where head counts are known; as they come where they are not. */
function unitsOf(
  { title, unit, headcounts }: Mapping,
  { units }: ScoredRows,
): FormedUnits {
  if (!unit) return keepUnits([{ id: wholeOrganization, name: title, parent: null }])
  const named = Object.keys(unit.names)
  const place = (value: string): number =>
    named.includes(value) ? named.indexOf(value) : named.length
  const raw = [...new Set(units)]
    .filter((value) => value !== '')
    .toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
  const taken = raw.map((value) => ({
    id: value,
    name: unit.names[value] ?? value,
    parent: null,
  }))
  if (!headcounts) return keepUnits(withUnknown(taken, units))

  const missing = raw.find((value) => headcounts[value] === undefined)
  if (missing !== undefined) {
    throw new ImportProblem(
      `mapping, headcounts, "${missing}"`,
      'the head count of every unit in the file',
      'add it, or set headcounts to null if they are not known',
    )
  }
  const formed = formReportingUnits(
    title,
    taken.map((each) => ({ ...each, headcount: headcounts[each.id] ?? 0 })),
  )
  if (formed.kind === 'formed') return formed
  throw new ImportProblem(
    'mapping, headcounts',
    `at least ${formed.needed} people in all`,
    'a smaller organization cannot be shown without recognizing people',
  )
}

/** People without a unit are counted, in a unit that says so. */
function withUnknown(
  named: readonly { readonly id: string; readonly name: string; readonly parent: null }[],
  units: readonly string[],
) {
  return units.includes('')
    ? [...named, { id: unknownUnit, name: '–', parent: null }]
    : named
}

const unknownUnit = 'no unit given'

function countedIn(units: FormedUnits, raw: string): string {
  if (units.units.length === 1) return units.units[0]?.id ?? wholeOrganization
  return units.countedIn[raw === '' ? unknownUnit : raw] ?? raw
}
