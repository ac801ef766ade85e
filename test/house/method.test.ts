import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sdc1 } from '#analysis/disclosure/rules.ts'
import { parameters } from '#analysis/needs/parameters.ts'
import { componentIds, componentOf } from '#analysis/recommendation/components.ts'
import { evidenceOf } from '#analysis/recommendation/evidence.ts'
import { evidenceSources, sourceIds } from '#analysis/recommendation/evidence-sources.ts'
import { hierarchyOf } from '#analysis/recommendation/hierarchy.ts'
import { core } from '#surveys/catalogue.ts'
import { constructIds, constructOf } from '#surveys/constructs.ts'
import { itemsOf } from '#surveys/questionnaire.ts'
import { surveyTexts } from '#surveys/wording.ts'
import { corrections, method, readText, rowsFor } from './method-tables.ts'

const statistics = join(import.meta.dirname, '..', '..', 'analysis', 'statistics')

/** Every number and text inside, by its path. */
function leavesOf(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value !== 'object' || value === null) return [[path, String(value)]]
  if (Array.isArray(value)) return [[path, value.join(', ')]]
  return Object.entries(value).flatMap(([key, inside]) =>
    leavesOf(inside, path === '' ? key : `${path}.${key}`),
  )
}

const counted = (values: readonly string[], of: string): string =>
  String(values.filter((value) => value === of).length)

describe('METHOD.md', () => {
  it('names every construct with its items, severity, levels and handling', () => {
    const items = itemsOf(core)
    const expected = rowsFor(constructIds, (id) => {
      const { severity, attention, action, rare, sensitive, managerObservable } =
        constructOf(id)
      const own = items.filter(({ construct }) => construct === id)
      const names = own.map((item) => (item.reversed ? `${item.id} ®` : item.id))
      const handling = [...(rare ? ['rare'] : []), ...(sensitive ? ['sensitive'] : [])]
      return {
        'Plain name': surveyTexts.en[`construct.${id}`],
        Items: names.join(', ') || '–',
        Severity: String(severity),
        Attention: String(attention),
        Action: String(action),
        Handling: handling.join(', '),
        Managers: managerObservable ? '✓' : '',
      }
    })

    expect(corrections('Construct', expected)).toEqual([])
  })

  it('names every parameter with its value', () => {
    const leaves = leavesOf(parameters).map(([path, value]) => [path, { Value: value }])

    expect(corrections('Parameter', Object.fromEntries(leaves))).toEqual([])
  })

  it('names every threshold of the release with its value', () => {
    const leaves = leavesOf(sdc1).map(([name, value]) => [name, { Value: value }])

    expect(corrections('Threshold', Object.fromEntries(leaves))).toEqual([])
  })

  it('names every rule', () => {
    const source = readText('analysis/recommendation/recommendation.ts')
    const [, union = ''] = /export type RuleId =([^/]*?)\n\n/.exec(source) ?? []
    const rules = [...union.matchAll(/'(R\w+)'/g)].map(([, rule = '']) => rule)

    expect(rules.length).toBeGreaterThanOrEqual(12)
    expect(corrections('Rule', rowsFor(rules))).toEqual([])
  })

  it('names every file of statistics', () => {
    const files = readdirSync(statistics)

    expect(corrections('Statistic file', rowsFor(files))).toEqual([])
  })

  it('names every component with its grade, cost, fits and sources', () => {
    const nameOf = (id: (typeof componentIds)[number]): string =>
      componentOf(id).core ? `${id} (core)` : id
    const expected = componentIds.map((id) => {
      const { level, evidence, relativeCost, fits } = componentOf(id)
      return [
        nameOf(id),
        {
          Level: level,
          Order: String(hierarchyOf[id]),
          Grade: evidence,
          Cost: String(relativeCost),
          Fits: Object.entries(fits)
            .map(([construct, fit]) => `${construct} ${fit}`)
            .join(', '),
          'Rests on': evidenceOf[id].join(', '),
        },
      ] as const
    })

    expect(corrections('Component', Object.fromEntries(expected))).toEqual([])
  })

  it('counts grades, and how well sources were read', () => {
    const components = componentIds.map(componentOf)
    const grades = components.map(({ evidence }) => evidence)
    const published = sourceIds.filter((id) => evidenceSources[id].kind !== 'none')
    const depths = published.map((id) => evidenceSources[id].read)
    const readingOf = (grade: string) =>
      components.find(({ evidence }) => evidence === grade)?.evidenceValue

    const ofGrades = rowsFor(['A', 'B', 'C', 'D', 'E'], (grade) => {
      return { Value: String(readingOf(grade)), Components: counted(grades, grade) }
    })
    const ofDepths = rowsFor(
      ['full', 'excerpt', 'abstract', 'secondary', 'not-read'],
      (depth) => ({ Sources: counted(depths, depth) }),
    )

    expect(corrections('Grade', ofGrades)).toEqual([])
    expect(corrections('Read', ofDepths)).toEqual([])
    expect(method).toContain(`rest on ${published.length} publications`)
  })

  it('lists every source on effects with how much of it was read', () => {
    const lines = method.replaceAll(/\n {2,}/g, ' ').split('\n')
    const missing = sourceIds
      .filter((id) => evidenceSources[id].kind !== 'none')
      .filter((id) => {
        const { title, where, read: depth } = evidenceSources[id]
        return !lines.some((line) =>
          [`\`${id}\``, title, where, `Read: ${depth}.`].every((part) =>
            line.includes(part),
          ),
        )
      })
      .map((id) => `METHOD.md, references: add ${id}, or correct what it says`)

    expect(missing).toEqual([])
  })

  it('names only commands that there are', () => {
    const { scripts } = JSON.parse(readText('package.json'))
    const named = [...method.matchAll(/`npm (?:run )?([a-z]+)/g)].map(([, name]) => name)

    expect(named.length).toBeGreaterThan(0)
    expect(named.filter((name) => !Object.hasOwn(scripts, name ?? ''))).toEqual([])
  })
})
