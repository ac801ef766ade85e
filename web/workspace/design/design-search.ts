import { type ComponentId, componentIds } from '#analysis/recommendation/components.ts'
import { mostBudget } from '#server/programs/log/contract.ts'

/** By how strongly it is recommended, or by how near the cause it works. */
export const views = ['tier', 'hierarchy'] as const

/** Which components are listed. */
export const shows = ['all', 'in', 'undecided', 'out', 'against', 'gate'] as const

/** What is chosen on the page of the design; it stands in the address. */
export interface DesignSearch {
  readonly view?: (typeof views)[number] | undefined
  readonly show?: (typeof shows)[number] | undefined
  /** the component whose reasons are open */
  readonly open?: ComponentId | undefined
  /** in cost points */
  readonly budget?: number | undefined
}

/** What an address chooses; what is not known is not chosen. */
export function readDesignSearch(
  search: Readonly<Record<string, unknown>>,
): DesignSearch {
  const budget = Number(search['budget'] ?? Number.NaN)
  return {
    view: views.find((one) => one === search['view']),
    show: shows.find((one) => one === search['show']),
    open: componentIds.find((one) => one === search['open']),
    budget: budget >= 0 && budget <= mostBudget ? Math.round(budget) : undefined,
  }
}
