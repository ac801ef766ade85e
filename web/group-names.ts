import { background } from '#surveys/background.ts'
import type { Language } from './language.tsx'

interface Named {
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly groups: readonly Group[]
}

interface Group {
  readonly id: string
  readonly unit: string | null
  readonly filter: string
  readonly category: string
}

/** The background questions a release has groups of, in the order they were asked. */
export function filtersOf({ groups }: Pick<Named, 'groups'>): readonly string[] {
  const asked = background.sections.flatMap(({ items }) => items.map(({ id }) => id))
  return asked.filter((id) => groups.some(({ filter }) => filter === id))
}

/** The words of an answer to a background question. */
export function answerName({ filter, category }: Group, { sayIf }: Language): string {
  return sayIf(`option.${filter}.${category}`)
}

/** Names of units and of groups by background, by id. */
export function groupNames(
  { units, groups }: Named,
  language: Language,
): ReadonlyMap<string, string> {
  const ofUnits = new Map(units.map(({ id, name }) => [id, name]))
  const ofGroups = groups.map((group) => {
    const place = group.unit === null ? undefined : ofUnits.get(group.unit)
    const answer = answerName(group, language)
    return [group.id, place ? `${place}: ${answer}` : answer] as const
  })
  return new Map([...ofUnits, ...ofGroups])
}
