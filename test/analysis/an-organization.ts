import type { ConstructCount, CountTable } from '#analysis/disclosure/counts.ts'
import { disclose } from '#analysis/disclosure/disclose.ts'
import type { Disclosed, Release } from '#analysis/disclosure/disclosed.ts'
import {
  type PublicationPlan,
  planPublication,
} from '#analysis/disclosure/publication-plan.ts'
import {
  type FormedUnits,
  formReportingUnits,
  type Unit,
} from '#analysis/disclosure/reporting-units.ts'
import type { ConstructId } from '#surveys/constructs.ts'

/** Shares of people concerned; null where it was not asked. */
export type Prevalence = Readonly<Partial<Record<ConstructId, number | null>>>

/** Units directly below the organization: u01, u02 and so on. */
export function flatUnits(headcounts: readonly number[]): readonly Unit[] {
  return headcounts.map((headcount, index) => {
    const id = `u${String(index + 1).padStart(2, '0')}`
    return { id, name: id.toUpperCase(), parent: null, headcount }
  })
}

export function formed(units: readonly Unit[]): FormedUnits {
  const result = formReportingUnits('Acme', units)
  if (result.kind === 'refused') throw new RangeError('expected enough people')
  return result
}

export function planFor(
  units: FormedUnits,
  constructs: readonly ConstructId[],
  lists = false,
): PublicationPlan {
  return planPublication({
    organization: 'Acme',
    manyEmployers: false,
    units,
    asked: { constructs, wanted: lists, barriers: lists, filters: [], items: [] },
  })
}

/** Counts of one unit: so many answers, of which this share is elevated, and so on. */
export function countOf(n: number, elevated: number, high = 0.3): ConstructCount {
  const k = Math.round(n * elevated)
  return { n, elevated: k, high: Math.round(k * high), sumOfNeed: 60 * k + 20 * (n - k) }
}

export function countTable(
  ballots: Readonly<Record<string, number>>,
  constructs: CountTable['constructs'],
): CountTable {
  return {
    ballots,
    constructs,
    wanted: null,
    barriers: null,
    crossed: null,
    measured: null,
  }
}

/** A release of an undivided organization, by way of exact counts and the rules. */
export function releaseOf(
  prevalence: Prevalence,
  size: { readonly people: number; readonly answers: number; readonly high?: number },
): Disclosed<Release> {
  const units = formed([{ id: 'all', name: 'All', parent: null, headcount: size.people }])
  const asked = Object.entries(prevalence).filter(([, share]) => share !== null)
  const constructs = asked.map(([construct]) => construct as ConstructId)
  const plan = planFor(units, constructs)
  const [unit = ''] = plan.reportingUnits
  const counts = asked.map(([construct, share]) => {
    return [construct, { [unit]: countOf(size.answers, share ?? 0, size.high) }]
  })
  return disclose(plan, countTable({ [unit]: size.answers }, Object.fromEntries(counts)))
}
