import { type ConstructId, constructIds } from '#surveys/constructs.ts'

export const columnOrders = ['need', 'life'] as const

/** What is chosen on the page of units; it stands in the address. */
export interface HeatSearch {
  /** `units`, or a question of background */
  readonly by?: string | undefined
  readonly order?: (typeof columnOrders)[number] | undefined
  /** the need that the rows are sorted by; without it they stand as in the organization */
  readonly sort?: ConstructId | undefined
  /** differences from the whole organization instead of needs */
  readonly apart?: true | undefined
}

/** What an address chooses; what is not known is not chosen. */
export function readHeatSearch(search: Readonly<Record<string, unknown>>): HeatSearch {
  const by = search['by']
  return {
    by: typeof by === 'string' ? by : undefined,
    order: columnOrders.find((one) => one === search['order']),
    sort: constructIds.find((one) => one === search['sort']),
    apart: search['apart'] === true ? true : undefined,
  }
}
