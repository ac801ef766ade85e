import { describe, expect, it } from 'vitest'
import type { Results } from '#server/results/contract.ts'
import type { Language } from '#web/language.tsx'
import { heatGrid } from '#web/workspace/understand/heat-grid.ts'
import { readHeatSearch } from '#web/workspace/understand/heat-search.ts'

const language = { say: () => 'Whole' } as unknown as Language
const shown = (value: number) => ({ meanNeed: { kind: 'shown', value } })
const hidden = { meanNeed: { kind: 'hidden' } }

const release = {
  units: [
    { id: 'w', name: 'Works', parent: null },
    { id: 'h', name: 'Hall', parent: 'w' },
    { id: 'y', name: 'Yard', parent: 'w' },
    { id: 'o', name: 'Office', parent: null },
  ],
  groups: [],
  constructs: {
    'bio.sleep': {
      organization: shown(40),
      units: { w: shown(45), h: shown(60), y: hidden, o: shown(35) },
      groups: {},
    },
    'bio.msk': {
      organization: shown(50),
      units: {
        w: shown(50),
        h: shown(50),
        o: { meanNeed: { kind: 'at-most', value: 20 } },
      },
      groups: {},
    },
  },
} as unknown as Results['release']

const names = (search: object) =>
  heatGrid(release, search, language).rows.map(({ name }) => name)

describe('the heat map', () => {
  it('has the greatest need first and units below what they belong to', () => {
    const { columns, rows } = heatGrid(release, {}, language)

    expect(columns).toEqual(['bio.msk', 'bio.sleep'])
    expect(rows.map(({ name, depth }) => [name, depth])).toEqual([
      ['Whole', 0],
      ['Works', 1],
      ['Hall', 2],
      ['Yard', 2],
      ['Office', 1],
    ])
  })

  it('sorts by released figures only: what is not shown comes last, whatever it is', () => {
    expect(names({ sort: 'bio.sleep' })).toEqual([
      'Whole',
      'Hall',
      'Works',
      'Office',
      'Yard',
    ])
  })

  it('tells not shown from never counted', () => {
    const [, , , yard] = heatGrid(release, {}, language).rows

    expect(yard?.cells.map(({ kind }) => kind)).toEqual(['not-counted', 'hidden'])
  })

  it('takes no difference from a figure that is only bounded', () => {
    const { rows } = heatGrid(release, { apart: true }, language)

    expect(rows[1]?.cells[1]).toEqual({ kind: 'apart', value: 5 })
    expect(rows[4]?.cells[0]).toEqual({ kind: 'hidden' })
    expect(rows[0]?.cells[0]).toEqual({ kind: 'shown', value: 50 })
  })

  it('takes from an address what it knows, and nothing else', () => {
    expect(
      readHeatSearch({ sort: 'bio.sleep', order: 'x', apart: 'yes', by: 3 }),
    ).toEqual({ sort: 'bio.sleep', order: undefined, apart: undefined, by: undefined })
  })
})
