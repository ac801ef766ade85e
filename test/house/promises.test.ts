import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openBallots } from '#server/database/ballots.ts'
import { openOffice } from '#server/database/office.ts'

/** Promises that import rules cannot say. */

const root = join(import.meta.dirname, '..', '..')

function filesBelow(folder: string, ending: RegExp): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name))
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** Every table of our own, with its columns and their types. */
async function tablesOf(db: Awaited<ReturnType<typeof openBallots>>) {
  const tables = await db.introspection.getTables()
  return tables.map(({ name, columns }) => ({
    name,
    columns: columns.map((column) => column.name),
  }))
}

describe('beside an answer', () => {
  it('no column holds a time, an order, a person or an address', async () => {
    const db = await openBallots(':memory:')
    const tables = await tablesOf(db)
    await db.destroy()

    expect(tables).toEqual([
      { name: 'bucket', columns: ['assessment_id', 'unit_id', 'answers', 'spent'] },
      { name: 'manifest', columns: ['assessment_id', 'manifest', 'open'] },
    ])
  })

  it('the ballot box reads no clock, no address and no header', () => {
    const forbidden =
      /x-forwarded-for|user-agent|remoteAddress|getConnInfo|Date\.now|new Date|\.header\(|performance\.now|Math\.random/i

    for (const path of filesBelow('server/ballot-box', /\.ts$/)) {
      expect(read(path), path).not.toMatch(forbidden)
    }
  })

  it('the ballot box and the registrar tell the operator nothing', () => {
    const files = [
      ...filesBelow('server/ballot-box', /\.ts$/),
      ...filesBelow('server/registrar', /\.ts$/),
    ]

    for (const path of files)
      expect(read(path), path).not.toMatch(/\btell\(|\{[^}]*\btell\b[^}]*\}|console\./)
  })
})

describe('who may answer', () => {
  it('is kept as hashes, without a sign of who has answered', async () => {
    const db = await openOffice(':memory:')
    const tables = await db.introspection.getTables()
    await db.destroy()
    const codes = tables.find(({ name }) => name === 'access_code')

    expect(codes?.columns.map(({ name }) => name).toSorted()).toEqual([
      'assessment_id',
      'code_hash',
      'unit_id',
    ])
  })

  it('and what was said are known together by no file but the one that starts both', () => {
    const together = filesBelow('server', /\.ts$/).filter((path) => {
      const code = read(path)
      return (
        /from '\.{1,2}\/registrar\//.test(code) &&
        /from '\.{1,2}\/ballot-box\//.test(code)
      )
    })

    expect(together).toEqual(['server/app.ts'])
  })
})

describe('a store', () => {
  it('touches only the tables its own slice declares', () => {
    for (const path of filesBelow('server', /store\.ts$/)) {
      const declared = read(path.replace('store.ts', 'tables.ts'))
      const used = read(path).matchAll(
        /\.(?:selectFrom|insertInto|updateTable|deleteFrom|innerJoin|leftJoin)\('(\w+)/g,
      )
      for (const [, table] of used) {
        expect(declared, `${path} uses ${table}`).toMatch(new RegExp(`\\b${table}: `))
      }
    }
  })
})

describe('the pages', () => {
  it('name no other host', () => {
    const known = /https?:\/\/(127\.0\.0\.1|www\.w3\.org)/

    for (const path of filesBelow('web', /\.(tsx?|css|html)$/)) {
      const hosts = read(path).match(/https?:\/\/[\w.-]+/g) ?? []
      expect(
        hosts.filter((host) => !known.test(host)),
        path,
      ).toEqual([])
    }
  })

  it('say the same colours and fonts as print', async () => {
    const { dark, light } = await import('#server/documents/theme.ts')
    const [day = '', night = ''] = read('web/ui/tokens.css').split('@media')

    for (const [sheet, tokens] of [
      [day, light],
      [night, dark],
    ] as const) {
      for (const [name, colour] of Object.entries(tokens)) {
        const property = name.replace(/([A-Z]|\d)/g, '-$1').toLowerCase()
        expect(sheet, `--${property}`).toContain(`--${property}: ${colour};`)
      }
    }
  })
})

describe('the house', () => {
  it('has no drawer and no barrel', () => {
    const files = ['surveys', 'analysis', 'server', 'web'].flatMap((place) =>
      filesBelow(place, /\.tsx?$/),
    )

    expect(
      files.filter((path) =>
        /(^|\/)(utils?|helpers?|common|shared|misc)(\/|\.)/.test(path),
      ),
    ).toEqual([])
    expect(files.filter((path) => /\/index\.tsx?$/.test(path))).toEqual([])
  })

  it('keeps its files short enough to hold in mind', () => {
    const files = ['surveys', 'analysis', 'server', 'web'].flatMap((place) =>
      filesBelow(place, /\.tsx?$/),
    )
    const long = files.filter((path) => read(path).split('\n').length > 300)

    const tablesOfData = [
      'surveys/constructs.ts',
      'analysis/recommendation/components.ts',
      'analysis/recommendation/evidence-sources.ts',
    ]
    expect(long.filter((path) => !tablesOfData.includes(path))).toEqual([])
  })
})
