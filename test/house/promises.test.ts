import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
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
      { name: 'box', columns: ['assessment_id', 'state', 'signed', 'unit_keys'] },
      // Random numbers of commands of the office, none of which is about an answer.
      { name: 'command_obeyed', columns: ['once'] },
      { name: 'command_session', columns: ['place', 'session'] },
      { name: 'slot_box', columns: ['assessment_id', 'units', 'slot_bytes', 'epoch'] },
      { name: 'slot_bucket', columns: ['assessment_id', 'bucket', 'sealed'] },
    ])
  })

  it('the ballot box reads no clock, no address and no header', () => {
    const forbidden =
      /x-forwarded-for|user-agent|remoteAddress|getConnInfo|Date\.now|new Date|\.header\(|performance\.now|Math\.random/i

    for (const path of filesBelow('server/ballot-box', /\.ts$/)) {
      expect(read(path), path).not.toMatch(forbidden)
    }
  })

  it('the registrar tells the operator nothing', () => {
    for (const path of filesBelow('server/registrar', /\.ts$/)) {
      expect(read(path), path).not.toMatch(/\btell\(|\{[^}]*\btell\b[^}]*\}|console\./)
    }
  })

  it('the ballot box tells the operator a code and what everybody knows', () => {
    const allowed = ['event', 'assessment', 'unit', 'bucket', 'settings', 'error']
    const told = filesBelow('server/ballot-box', /\.ts$/).flatMap((path) => {
      const code = read(path)
      expect(code, path).not.toMatch(/console\.|process\.std/)
      return [...code.matchAll(/\btell\(\{([^}]*)\}/g)].map(([, fields = '']) => fields)
    })

    const fields = told.flatMap((text) =>
      text.split(',').map((field) => field.trim().split(':')[0] ?? ''),
    )
    expect(told.length).toBeGreaterThan(2)
    expect(fields.filter((field) => !allowed.includes(field))).toEqual([])
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
      'place',
      'unit_id',
    ])
  })

  it('and what was said are started together by one file', () => {
    const both = filesBelow('server', /\.ts$/).filter((path) => {
      const code = read(path)
      return (
        /'\.{1,2}\/start-office\.ts'/.test(code) && /start-ballot-box\.ts'/.test(code)
      )
    })

    expect(both).toEqual(['server/main.ts'])
  })
})

/** Its own, or those of the slice that it is a part of. */
function tablesBeside(store: string): string {
  const own = join(dirname(store), 'tables.ts')
  return existsSync(join(root, own)) ? own : join(dirname(store), '..', 'tables.ts')
}

describe('a store', () => {
  it('touches only the tables its own slice declares', () => {
    for (const path of filesBelow('server', /store\.ts$/)) {
      const declared = read(tablesBeside(path))
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
