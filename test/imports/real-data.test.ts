import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Figure } from '#analysis/disclosure/disclosed.ts'
import { findingsReport } from '#analysis/report/findings.ts'
import { renderPlainText } from '#server/documents/plain-text.ts'
import { type Analysed, analyseFile } from '#server/imports/analyse-file.ts'
import { type Mapping, readMapping } from '#server/imports/mapping.ts'
import { findRealData } from '../real-data.ts'

const found = findRealData()
const folder = found ?? ''
const mappings = join(import.meta.dirname, '..', '..', 'server', 'imports', 'mappings')

function mappingCalled(name: string): Mapping {
  return readMapping(readFileSync(join(mappings, `${name}.json`), 'utf8'))
}

function expected(name: string) {
  return JSON.parse(
    readFileSync(join(folder, 'oracle', 'expected', `${name}.json`), 'utf8'),
  )
}

interface LineOfBusiness {
  readonly hads_anxiety: { readonly mean: number }
  readonly bwas: { readonly mean: number }
}

/** A released mean lies within half a step of 2.5 of what R computed. */
function expectMean(figure: Figure | undefined, mean: number): void {
  expect(figure).toMatchObject({ kind: 'shown' })
  if (figure?.kind === 'shown')
    expect(Math.abs(figure.value - mean)).toBeLessThanOrEqual(1.25 + 1e-6)
}

/** A released share lies within half a step of what R counted. */
function expectShare(figure: Figure | undefined, share: number): void {
  expect(figure).toMatchObject({ kind: 'shown' })
  if (figure?.kind === 'shown')
    expect(Math.abs(figure.value - share)).toBeLessThanOrEqual(0.005)
}

describe.skipIf(!found)('the Norwegian workers', () => {
  let analysed: Analysed

  beforeAll(async () => {
    const data = join(folder, 'data', 'workaholism_no', 'workaholism_no.csv')
    analysed = await analyseFile(data, mappingCalled('norwegian-workers'))
  })

  it('are 16,426 less those without work, in 26 lines of business', () => {
    const { organization, units } = analysed.release

    expect(organization).toMatchObject({
      headcount: null,
      answered: { from: 16_350, to: 16_354 },
      responseRate: { kind: 'unknown' },
    })
    expect(units).toHaveLength(26)
  })

  it('have the means and shares that R finds for each line of business', async () => {
    const released = await asRReadThem()
    const lines: Record<string, LineOfBusiness> =
      expected('workaholism').by_line_of_business

    expect(released.units).toHaveLength(Object.keys(lines).length)
    for (const { id } of released.units) {
      const byR = lines[id]
      const { 'psy.distress': anxiety, 'work.balance': bwas } = released.constructs
      expectMean(anxiety?.units[id]?.meanNeed, ((byR?.hads_anxiety.mean ?? 0) / 3) * 100)
      expectMean(bwas?.units[id]?.meanNeed, ((byR?.bwas.mean ?? 0) - 1) * 25)
    }
  })

  it('have the share of anxiety cases that R finds among all', async () => {
    const released = await asRReadThem()
    const { hads_anxiety_case_ge11: cases } = expected('workaholism').prevalence

    const share = released.constructs['psy.distress']?.organization.shareElevated

    expectShare(share, cases.p)
  })

  /** The mapping turned into what R computed: anxiety alone, all seven work items, everybody. */
  async function asRReadThem() {
    const mapping = mappingCalled('norwegian-workers')
    const data = join(folder, 'data', 'workaholism_no', 'workaholism_no.csv')
    const items = (names: readonly string[], coding: string) =>
      names.map((column) => ({ column, coding, reversed: false }))
    const { release } = await analyseFile(data, {
      ...mapping,
      only: [],
      constructs: {
        'psy.distress': {
          note: 'HADS anxiety',
          items: items(
            [1, 3, 5, 7, 9, 11, 13].map((number) => `HADS${number}`),
            'hads',
          ),
          elevatedFrom: (11 / 21) * 100 - 0.001,
          highFrom: 75,
        },
        'work.balance': {
          note: 'BWAS',
          items: items(
            [1, 2, 3, 4, 5, 6, 7].map((number) => `BWAS${number}`),
            'bwas',
          ),
          elevatedFrom: 50,
          highFrom: 75,
        },
      },
    })
    return release
  }

  it('tell a personnel manager what was found, and what it is not', () => {
    const mapping = mappingCalled('norwegian-workers')
    const { title, source } = mapping

    const report = renderPlainText(
      findingsReport({ ...analysed, title, source, notes: {} }, 'en'),
    )

    expect(report).toContain('many employers')
    expect(report).toContain('The mean need is greatest in')
    expect(report).toMatch(/About \d+ of 100 people .* worried or in low spirits/)
    expect(report).toContain('Better working hours (Must address)')
  })

  it('get no recommendation beyond “consider”, except core and duties', () => {
    const tiers = new Set(analysed.recommendations.map(({ tier }) => tier))

    expect(tiers.has('recommend')).toBe(false)
    expect(tiers.has('core')).toBe(true)
  })
})

describe.skipIf(!found).each([
  ['2014', { aware: ['No', 'Not sure'], doubt: ['No', "Don't know"], people: 1114 }],
  [
    '2016',
    { aware: ['No', 'I am not sure'], doubt: ['No', "I don't know"], people: 1146 },
  ],
] as const)('OSMI %s', (year, { aware, doubt, people }) => {
  let analysed: Analysed
  let items: Record<
    string,
    { readonly n: number; readonly counts: Record<string, number> }
  >

  beforeAll(async () => {
    const data = join(folder, 'data', 'osmi', `osmi_${year}.csv`)
    analysed = await analyseFile(data, mappingCalled(`osmi-${year}`))
    items = expected('osmi').years[year].items
  })

  const countOf = (item: string, answers: readonly string[]): number =>
    answers.reduce((sum, answer) => sum + (items[item]?.counts[answer] ?? 0), 0)

  it('keeps those whom R keeps', () => {
    const { answered } = analysed.release.organization

    expect(items['options']?.n).toBe(people)
    expect(answered).toMatchObject({ from: people - (people % 5) })
  })

  it('finds the share that does not know where to get help', () => {
    const { 'help.aware': released } = analysed.release.constructs
    const asked = people - countOf('options', ['N/A'])

    expectShare(released?.organization.shareElevated, countOf('options', aware) / asked)
  })

  it('finds the share that doubts that help stays private', () => {
    const { 'help.trust': released } = analysed.release.constructs

    expectShare(released?.organization.shareElevated, countOf('anon', doubt) / people)
  })

  it('finds the share to whom leave is difficult, of those who know', () => {
    const { 'help.access': released } = analysed.release.constructs
    const knowing = people - countOf('leave', ["Don't know", "I don't know"])
    const difficult = countOf('leave', [
      'Somewhat difficult',
      'Very difficult',
      'Neither easy nor difficult',
    ])

    expectShare(released?.organization.shareElevated, difficult / knowing)
  })

  it('puts trust and stigma among the needs, with the six sizes of company', () => {
    const { needs } = analysed.needs

    expect(needs.map(({ construct }) => construct).toSorted()).toEqual([
      'help.access',
      'help.aware',
      'help.stigma',
      'help.trust',
    ])
    expect(analysed.release.units).toHaveLength(6)
  })
})
