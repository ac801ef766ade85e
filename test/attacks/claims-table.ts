import { claims } from './claims.ts'

/** The claims as PRIVACY.md lists them: a Markdown table, one row each. */
export function claimsTable(): string {
  const rows = Object.entries(claims).map(
    ([number, { attack, expected, tried, not }]) => {
      const files = [...new Set(tried.map(([file]) => `\`${file}\``))]
      const places = [...files, ...(not === undefined ? [] : [`_Not tried:_ ${not}`])]
      return [number, attack, expected, places.join('; ')]
    },
  )
  const all = [['', 'Attack', 'What must come of it', 'Tried in'], ...rows]
  const lines = all.map((cells) => `| ${cells.join(' | ')} |`)
  return [lines[0], '| --- | --- | --- | --- |', ...lines.slice(1)].join('\n')
}

/** The number, and every cell without the spaces that pad it, of each row of a table. */
export function rowsOf(table: string): readonly string[] {
  return table
    .split('\n')
    .filter((line) => /^\|\s*\d+\s*\|/.test(line))
    .map((line) => line.replaceAll(/\s*\|\s*/g, '|'))
}
