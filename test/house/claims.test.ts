import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { claims } from '../attacks/claims.ts'
import { claimsTable, rowsOf } from '../attacks/claims-table.ts'

const root = join(import.meta.dirname, '..', '..')
const privacy = readFileSync(join(root, 'PRIVACY.md'), 'utf8')
const heading = /^## .*claims.*$/im

describe('the claims about anonymity', () => {
  it('are 60, each tried by something or with a reason why not', () => {
    const numbers = Object.keys(claims).map(Number)
    const silent = Object.entries(claims).filter(
      ([, { tried, not }]) => tried.length === 0 && not === undefined,
    )

    expect(numbers).toEqual(Array.from({ length: 60 }, (_, at) => at + 1))
    expect(silent).toEqual([])
  })

  it.each(Object.entries(claims))('%s: its tests are there', (_, { tried }) => {
    for (const [file, words] of tried) {
      const path = join(root, file)
      const code = existsSync(path) ? readFileSync(path, 'utf8') : ''

      expect(code, `${file} has no "${words}"`).toContain(words)
    }
  })

  it.skipIf(!heading.test(privacy))('stand in PRIVACY.md as they stand here', () => {
    const section = privacy.slice(privacy.search(heading)).split(/\n## /)[0] ?? ''

    expect(rowsOf(section)).toEqual(rowsOf(claimsTable()))
  })
})
