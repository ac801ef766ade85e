import type { Results } from '#server/results/contract.ts'
import { type ConstructId, constructIds } from '#surveys/constructs.ts'

type Need = Results['needs']['needs'][number]

/** How sources can agree, what asks for attention first. */
export const codings = [
  'dissonance',
  'silence',
  'partial',
  'agreement',
  'single-source',
] as const satisfies readonly Need['convergence'][]

export const orders = ['need', 'coding', 'life'] as const

/** What is chosen on the page of the sources; it stands in the address. */
export interface SourcesSearch {
  readonly coding?: (typeof codings)[number] | undefined
  readonly order?: (typeof orders)[number] | undefined
  /** the need whose evidence is open */
  readonly open?: ConstructId | undefined
}

/** What an address chooses; what is not known is not chosen. */
export function readSourcesSearch(
  search: Readonly<Record<string, unknown>>,
): SourcesSearch {
  return {
    coding: codings.find((one) => one === search['coding']),
    order: orders.find((one) => one === search['order']),
    open: constructIds.find((one) => one === search['open']),
  }
}

/** The needs that are shown, in their order. */
export function chosenNeeds(
  needs: readonly Need[],
  { coding, order = 'need' }: SourcesSearch,
): readonly Need[] {
  const shown = needs.filter(({ convergence }) => !coding || convergence === coding)
  const place = (need: Need): number => {
    if (order === 'coding') return codings.indexOf(need.convergence)
    return order === 'life' ? constructIds.indexOf(need.construct) : 0
  }
  return shown.toSorted((a, b) => place(a) - place(b) || b.score - a.score)
}
