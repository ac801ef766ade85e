import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { midpointOf } from '#analysis/disclosure/bands.ts'
import { disclose } from '#analysis/disclosure/disclose.ts'
import { sdc1 } from '#analysis/disclosure/rules.ts'
import { assessNeeds } from '#analysis/needs/assess-needs.ts'
import { blendEquity, highestGroupRate } from '#analysis/needs/equity.ts'
import { parameters } from '#analysis/needs/parameters.ts'
import { pool } from '#analysis/needs/pooling.ts'
import { pointPrevalence } from '#analysis/needs/prevalence.ts'
import { readEvidence } from '#analysis/needs/read-release.ts'
import {
  seriousness,
  shareHighAmongElevated,
  surveyNeed,
} from '#analysis/needs/seriousness.ts'
import { componentIds, componentOf } from '#analysis/recommendation/components.ts'
import { evidenceOf } from '#analysis/recommendation/evidence.ts'
import { evidenceSources, sourceIds } from '#analysis/recommendation/evidence-sources.ts'
import { hierarchyOf } from '#analysis/recommendation/hierarchy.ts'
import { matchOf, priorityOf } from '#analysis/recommendation/priority.ts'
import { gatherTestimony } from '#analysis/sources/testimony.ts'
import { core } from '#surveys/catalogue.ts'
import { type ConstructId, constructIds, constructOf } from '#surveys/constructs.ts'
import { basisItem, needItem } from '#surveys/manager-interview-form.ts'
import { itemsOf } from '#surveys/questionnaire.ts'
import { surveyTexts } from '#surveys/wording.ts'
import { countTable, formed, planFor } from '../analysis/an-organization.ts'

const root = join(import.meta.dirname, '..', '..')
const method = read('METHOD.md')

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

/** A row by the heads of its columns. */
type Row = Readonly<Record<string, string>>

const cellsOf = (line: string): readonly string[] =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.replaceAll('`', '').trim())

/** The rows of the table whose first column has this head. */
function tableOf(head: string): readonly Row[] {
  const lines = method.split('\n')
  const start = lines.findIndex((line) => line.startsWith(`| ${head} |`))
  if (start < 0) throw new Error(`METHOD.md needs a table whose first column is ${head}`)
  const rest = lines.slice(start)
  const end = rest.findIndex((line) => !line.startsWith('|'))
  const [heads = [], , ...rows] = rest.slice(0, end).map(cellsOf)
  return rows.map((cells) =>
    Object.fromEntries(heads.map((name, index) => [name, cells[index] ?? ''])),
  )
}

/**
 * What to correct in a table, a sentence each, so that everything the code has is in one row
 * and says the same.
 */
function corrections(
  head: string,
  expected: Readonly<Record<string, Row>>,
): readonly string[] {
  const rows = tableOf(head)
  const wrong = Object.entries(expected).flatMap(([key, cells]) => {
    const found = rows.filter((row) => row[head] === key)
    const [row] = found
    if (!row || found.length > 1) {
      return [`METHOD.md, table ${head}: give ${key} one row, it has ${found.length}`]
    }
    return Object.entries(cells).flatMap(([column, value]) =>
      row[column] === value
        ? []
        : [
            `METHOD.md, table ${head}, row ${key}: ${column} is now ${value}, not ${row[column]}; correct it, and what the text says of it`,
          ],
    )
  })
  const left = rows
    .map((row) => row[head] ?? '')
    .filter((key) => !Object.hasOwn(expected, key))
    .map((key) => `METHOD.md, table ${head}: take out ${key}, which the code has not`)
  return [...wrong, ...left]
}

const byKey = <Key extends string>(
  keys: readonly Key[],
  cellsFor: (key: Key) => Row,
): Readonly<Record<string, Row>> =>
  Object.fromEntries(keys.map((key) => [key, cellsFor(key)]))

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
    const expected = byKey(constructIds, (id) => {
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
    const source = read('analysis/recommendation/recommendation.ts')
    const [, union = ''] = /export type RuleId =([^/]*?)\n\n/.exec(source) ?? []
    const rules = [...union.matchAll(/'(R\w+)'/g)].map(([, rule = '']) => rule)

    expect(rules.length).toBeGreaterThanOrEqual(12)
    expect(
      corrections(
        'Rule',
        byKey(rules, () => ({})),
      ),
    ).toEqual([])
  })

  it('names every file of statistics', () => {
    const files = readdirSync(join(root, 'analysis', 'statistics'))

    expect(
      corrections(
        'Statistic file',
        byKey(files, () => ({})),
      ),
    ).toEqual([])
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
    const readNumber = (grade: string) =>
      components.find(({ evidence }) => evidence === grade)?.evidenceValue

    const ofGrades = byKey(['A', 'B', 'C', 'D', 'E'], (grade) => {
      return { Value: String(readNumber(grade)), Components: counted(grades, grade) }
    })
    const ofDepths = byKey(
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
    const { scripts } = JSON.parse(read('package.json'))
    const named = [...method.matchAll(/`npm (?:run )?([a-z]+)/g)].map(([, name]) => name)

    expect(named.length).toBeGreaterThan(0)
    expect(named.filter((name) => !Object.hasOwn(scripts, name ?? ''))).toEqual([])
  })
})

describe('the worked example of METHOD.md', () => {
  const construct: ConstructId = 'work.demands'
  const units = formed(
    [40, 80, 80].map((headcount, index) => {
      const id = `u${index}`
      return { id, name: id, parent: null, headcount }
    }),
  )
  const answers = { u0: [28, 14, 4], u1: [52, 6, 2], u2: [52, 8, 2] } as const
  const counts = Object.entries(answers).map(([unit, [n, elevated, high]]) => {
    return [unit, { n, elevated, high, sumOfNeed: 60 * elevated }] as const
  })
  const ballots = Object.entries(answers).map(([unit, [n]]) => [unit, n] as const)
  const release = disclose(
    planFor(units, [construct]),
    countTable(Object.fromEntries(ballots), { [construct]: Object.fromEntries(counts) }),
  )
  const session = (raised: string) => ({
    participants: 6,
    [`theme.${construct}`]: raised,
  })
  const interview = (unitHeadcount: number, level: string, basis: string) => ({
    unitHeadcount,
    answers: { [needItem(construct)]: level, [basisItem(construct)]: basis },
  })
  const testimony = gatherTestimony(
    [session('raised-strongly'), session('raised-clearly'), session('not-raised')],
    [
      interview(40, '4', 'observed'),
      interview(80, '2', 'observed'),
      interview(80, '3', 'guess'),
    ],
    200,
  )

  it('has the numbers that the code gives', () => {
    const { answered } = release.organization
    const evidence = readEvidence(release, construct)
    if (!evidence || answered.kind === 'hidden') throw new Error('expected evidence')
    const { k, m } = evidence.organization
    const { severity } = constructOf(construct)
    const { survey, focusGroups, managers } = parameters.sources
    const rate = pointPrevalence(evidence)
    const highest = highestGroupRate(evidence.groups, rate)
    const blended = blendEquity(rate, highest)
    const shareHigh = shareHighAmongElevated(m, k)
    const serious = seriousness(severity, shareHigh, null)
    const ofSurvey = surveyNeed(blended, serious)
    const ofGroups = testimony.focusGroups[construct]?.score ?? Number.NaN
    const ofManagers = testimony.managers[construct]?.score ?? Number.NaN
    const pooled = pool([
      { score: ofSurvey, weight: survey },
      { score: ofGroups, weight: focusGroups },
      { score: ofManagers, weight: managers },
    ])
    const match = matchOf([Math.round(pooled ?? Number.NaN)])
    const { evidenceValue } = componentOf('psychosocial_redesign')
    const { unknownWish } = parameters.priority
    const letters = {
      n: midpointOf(answered, 200),
      k,
      m,
      p̂: rate,
      π̃: highest,
      'π^E': blended,
      I: shareHigh,
      s: serious,
      u: blended * serious,
      S: ofSurvey,
      F: ofGroups,
      M: ofManagers,
      N_c: pooled,
      Match: match,
      Priority: priorityOf(match, evidenceValue, unknownWish),
    }

    const expected = Object.entries(letters).map(([letter, value]) => {
      return [letter, { Result: String(Number(value?.toPrecision(6))) }]
    })

    expect(corrections('Letter', Object.fromEntries(expected))).toEqual([])
  })

  it('ends as METHOD.md says it does', () => {
    const { needs } = assessNeeds(release, testimony, { seed: 'example' })

    expect(needs.needs).toMatchObject([
      {
        construct,
        score: 58,
        interval: { low: 52, high: 65 },
        band: 'considerable',
        convergence: 'partial',
        confidence: 'moderate',
        targetedUnits: ['u0'],
      },
    ])
    expect(method).toContain('the need is 58, considerable; the draws give 52 to 65')
  })
})
