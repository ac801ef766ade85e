import { at } from '../statistics/at.ts'
import type { ConstructCount, CrossedConstruct } from './counts.ts'
import type { Crossing } from './crossing.ts'
import { nameGroups, placeOfGroup, sumGroups } from './named-groups.ts'

/** Reads the exact counts of a group by background. Never shown. */
export type GroupTotals = (group: string) => ConstructCount

export function groupTotals(crossing: Crossing, counts: CrossedConstruct): GroupTotals {
  const named = nameGroups(crossing)
  const sums = {
    n: sumGroups(named, counts.n),
    elevated: sumGroups(named, counts.elevated),
    high: sumGroups(named, counts.high),
    sumOfNeed: sumGroups(named, counts.sumOfNeed),
  }
  const nodes = new Map(crossing.nodes.map(({ id }, node) => [id, node]))
  return (id) => {
    const group = crossing.groups.get(id)
    if (!group) throw new RangeError(`expected a planned group, got ${id}`)
    const node = nodes.get(crossing.divisions[group.division] ?? '') ?? -1
    const place = placeOfGroup(named, node, group)
    return {
      n: at(sums.n, place),
      elevated: at(sums.elevated, place),
      high: at(sums.high, place),
      sumOfNeed: at(sums.sumOfNeed, place),
    }
  }
}
