import { indicatorTexts } from '#analysis/indicator-wording.ts'
import type { HrGroup } from '#analysis/indicators/figure.ts'
import { locales } from '#surveys/locale.ts'
import type { Assessment, CountedUnit } from '../assessments/contract.ts'
import { fold } from './headings.ts'

export type Scope = Pick<Assessment, 'organization' | 'units' | 'counted'>

/** The group a name stands for, or why it stands for none. */
export type NamedGroup =
  | { readonly kind: 'group'; readonly group: HrGroup }
  | { readonly kind: 'merged'; readonly name: string; readonly group: string }
  | { readonly kind: 'divided'; readonly name: string }

/**
 * The whole organization, and every reporting unit. An organization that is not divided is one
 * group, not two of the same people.
 */
export function groupsOf({ counted }: Pick<Scope, 'counted'>): readonly HrGroup[] {
  const headcount = counted.reduce((sum, unit) => sum + unit.headcount, 0)
  return [{ unit: null, headcount }, ...dividedInto(counted).map(toGroup)]
}

/** The reporting units, where there is more than one. */
export function dividedInto(counted: readonly CountedUnit[]): readonly CountedUnit[] {
  return counted.length > 1 ? counted : []
}

const toGroup = ({ id, headcount }: CountedUnit): HrGroup => ({ unit: id, headcount })

/** Finds groups by the names of an assessment, or by "whole organization" in any language. */
export function groupFinder(scope: Scope): (name: string) => NamedGroup | undefined {
  const names = new Map<string, NamedGroup>()
  const [whole, ...groups] = groupsOf(scope)
  for (const { id, name } of scope.units) {
    const counted = scope.counted.find(({ members }) => members.includes(id))
    names.set(
      fold(name),
      counted ? { kind: 'merged', name, group: counted.name } : { kind: 'divided', name },
    )
  }
  if (!whole) return () => undefined
  const named = (name: string, group: HrGroup) =>
    names.set(fold(name), { kind: 'group', group })
  named(scope.organization, whole)
  for (const { id, name } of scope.counted) {
    named(name, groups.find(({ unit }) => unit === id) ?? whole)
  }
  for (const locale of locales) named(indicatorTexts[locale].whole, whole)
  return (name) => names.get(fold(name))
}
