import { describe, expect, it } from 'vitest'
import { codebookOf } from '#analysis/report/release-codebook.ts'
import { releaseRows } from '#analysis/report/release-rows.ts'
import { locales } from '#surveys/locale.ts'
import { drawSubject } from '../../attacks/subjects.ts'

const { release } = drawSubject('rows', 400, 900)
const rows = [...releaseRows(release)]

/** Every number and every hidden place of a release, however deep it lies. */
function placesIn(part: unknown): { shown: number; hidden: number } {
  if (typeof part !== 'object' || part === null) return { shown: 0, hidden: 0 }
  const { kind } = part as { kind?: unknown }
  if (kind === 'hidden') return { shown: 0, hidden: 1 }
  if (kind === 'shown' || kind === 'at-most' || kind === 'at-least') {
    return { shown: 1, hidden: 0 }
  }
  return Object.values(part)
    .map(placesIn)
    .reduce(
      (sum, one) => ({ shown: sum.shown + one.shown, hidden: sum.hidden + one.hidden }),
      { shown: 0, hidden: 0 },
    )
}

describe('the rows of a release', () => {
  it('are its cells, each once, hidden ones too', () => {
    const cells = placesIn(release.constructs)
    const constructs = new Set(Object.keys(release.constructs))
    const figures = ['answered', 'mean-need', 'share-elevated', 'share-high']

    const found = rows.filter(
      ({ about, figure }) => constructs.has(about) && figures.includes(figure),
    )

    expect(cells.hidden).toBeGreaterThan(0)
    expect(found.filter(({ reading }) => reading === 'hidden')).toHaveLength(cells.hidden)
    expect(found.filter(({ reading }) => reading !== 'hidden')).toHaveLength(cells.shown)
    expect(new Set(found.map((row) => JSON.stringify(row))).size).toBe(found.length)
  })

  it('say of a unit what the release says of it', () => {
    const [construct, cells] = Object.entries(release.constructs)[0] ?? []
    const [unit, cell] =
      Object.entries(cells?.units ?? {}).find(
        ([, { meanNeed }]) => meanNeed.kind === 'shown',
      ) ?? []

    const row = rows.find(
      ({ level, unitId, about, figure }) =>
        level === 'unit' &&
        unitId === unit &&
        about === construct &&
        figure === 'mean-need',
    )

    expect(row).toMatchObject({ reading: 'shown', value: Object(cell?.meanNeed).value })
    expect(row?.unit).toBe(release.units.find(({ id }) => id === unit)?.name)
  })

  it('give no value where a figure is hidden, and none that is no number', () => {
    for (const { reading, value, upper } of rows) {
      expect(value === null).toBe(reading === 'hidden')
      expect(upper === null).toBe(reading !== 'band')
      expect(Number.isNaN(value ?? 0) || Number.isNaN(upper ?? 0)).toBe(false)
    }
  })

  it.each(locales)('all stand in the codebook, in %s', (locale) => {
    const entries = codebookOf(rows, locale, [])

    const names = new Set(entries.map(({ name }) => name))
    const figures = new Set(rows.map(({ figure }) => figure.split('.')[0] ?? ''))
    const subjects = new Set(
      rows
        .map(({ about }) => about)
        .filter((about) => !['people', 'answering', 'weighting'].includes(about)),
    )
    expect([...figures].filter((name) => !names.has(name))).toEqual([])
    expect([...subjects].filter((name) => !names.has(name))).toEqual([])
    expect(entries.filter(({ meaning }) => meaning === '')).toEqual([])
  })
})
