/** A unit in the editor: `key` stays while its name changes. */
export interface DrawnUnit {
  readonly key: string
  readonly name: string
  readonly parent: string | null
  readonly headcount: number
}

/** Without one unit; those below it move up to where it stood. */
export function withoutUnit(units: readonly DrawnUnit[], key: string): DrawnUnit[] {
  const gone = units.find((unit) => unit.key === key)
  return units
    .filter((unit) => unit !== gone)
    .map((unit) =>
      unit.parent === key ? { ...unit, parent: gone?.parent ?? null } : unit,
    )
}

/** The units that one may be put below: all but itself and what is below it. */
export function possibleParents(
  units: readonly DrawnUnit[],
  key: string,
): readonly DrawnUnit[] {
  const parentOf = new Map(units.map((unit) => [unit.key, unit.parent]))
  const isBelow = (start: string): boolean => {
    const passed = new Set<string>()
    let at: string | null = start
    while (at !== null && !passed.has(at)) {
      if (at === key) return true
      passed.add(at)
      at = parentOf.get(at) ?? null
    }
    return false
  }
  return units.filter((unit) => !isBelow(unit.key))
}

/** The file that the import takes: names drawn by hand pass the same checks. */
export function csvOf(units: readonly DrawnUnit[]): string {
  const names = new Map(units.map(({ key, name }) => [key, name]))
  const lines = units.map(({ name, parent, headcount }) =>
    [
      quoted(name),
      quoted(parent === null ? '' : (names.get(parent) ?? '')),
      headcount,
    ].join(','),
  )
  return ['name,parent,headcount', ...lines, ''].join('\n')
}

const quoted = (text: string): string => `"${text.trim().replaceAll('"', '""')}"`
