import type { Publication } from '#server/assessments/ahead/contract.ts'

/** What could be shown of a unit if all its people answered. */
export type ShownOfUnit = 'all' | 'means' | 'nothing'

export function shownOfUnit(
  { headcount }: Publication['units'][number],
  { constructs }: Publication,
): ShownOfUnit {
  const common = constructs.find(({ handling }) => handling === 'common')?.units
  if (!common || headcount < (common.meanNeed ?? 0)) return 'nothing'
  return headcount >= (common.shares ?? 0) ? 'all' : 'means'
}
