import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

const mapping = {
  title: 'A test',
  source: 'Nobody, 2026',
  manyEmployers: false,
  unit: { column: 'dept', names: { a: 'Hall' } },
  headcounts: null,
  codings: { often: { '0': 0, '1': 50, '2': 100, '': null } },
  constructs: {
    'psy.exhaustion': {
      note: 'Two questions on tiredness.',
      items: [
        { column: 'tired', coding: 'often' },
        { column: 'fresh', coding: 'often', reversed: true },
      ],
    },
  },
}

const rows = (count: number, row: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => row(index)).join('\n')

const good = `dept,tired,fresh\n${rows(60, (i) => `${i % 2 ? 'a' : 'b'},${i % 3},${(i + 1) % 3}`)}\n`

describe('npm run groundwork -- analyse', () => {
  let folder: string

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'groundwork-analyse-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  function analyse(csv: string | Uint8Array, map: unknown = mapping, ...more: string[]) {
    const out = mkdtempSync(join(folder, 'run-'))
    writeFileSync(join(out, 'data.csv'), csv)
    writeFileSync(
      join(out, 'map.json'),
      typeof map === 'string' ? map : JSON.stringify(map),
    )
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        join(root, 'server/commands/groundwork.ts'),
        'analyse',
        join(out, 'data.csv'),
        '--mapping',
        join(out, 'map.json'),
        '--out',
        join(out, 'result'),
        ...more,
      ],
      { encoding: 'utf8', cwd: root },
    )
    return { status, said: stdout + stderr, out, files: readdirSync(out).toSorted() }
  }

  it('writes figures and a report, and leaves the data where they are', () => {
    const { status, out } = analyse(good)

    expect(status).toBe(0)
    expect(readdirSync(join(out, 'result')).toSorted()).toEqual([
      'needs.json',
      'recommendations.json',
      'release.json',
      'report.pdf',
      'report.txt',
    ])
    const release = JSON.parse(readFileSync(join(out, 'result/release.json'), 'utf8'))
    expect(release).toMatchObject({
      rules: 'SDC-1',
      organization: { headcount: null, responseRate: { kind: 'unknown' } },
      units: [{ name: 'Hall' }, { name: 'b' }],
    })
    expect(Object.keys(release.constructs)).toEqual(['psy.exhaustion'])
    expect(readFileSync(join(out, 'result/report.txt'), 'utf8')).toContain('Exhaustion')
  })

  it('writes the report in the language that was asked for', () => {
    const { out } = analyse(good, mapping, '--language', 'sv')

    const report = readFileSync(join(out, 'result/report.txt'), 'utf8')
    expect(report).toContain('Utmattning')
  })

  it('gives the same figures every time', () => {
    const read = ({ out }: { out: string }) =>
      readFileSync(join(out, 'result/recommendations.json'), 'utf8')

    expect(read(analyse(good))).toBe(read(analyse(good)))
  })

  it('scores each person by the mapping: coding, reversal, missing', () => {
    // Everybody: tired 100, fresh reversed 100 → 100; a person with one answer is missing.
    const csv = `dept,tired,fresh\n${rows(30, () => 'a,2,0')}\n${rows(30, () => 'a,2,')}\n`

    const { out } = analyse(csv, { ...mapping, unit: null })

    const { constructs } = JSON.parse(
      readFileSync(join(out, 'result/release.json'), 'utf8'),
    )
    expect(constructs['psy.exhaustion'].organization).toMatchObject({
      answered: { from: 30, to: 34 },
      meanNeed: { kind: 'at-least' },
      shareElevated: { kind: 'at-least' },
    })
  })

  it('merges small units when head counts are known', () => {
    const csv = `dept,tired,fresh\n${rows(30, () => 'a,2,0')}\n${rows(12, () => 'b,1,1')}\n${rows(30, () => 'c,0,2')}\n`

    const { out } = analyse(csv, { ...mapping, headcounts: { a: 40, b: 14, c: 45 } })

    const { units } = JSON.parse(readFileSync(join(out, 'result/release.json'), 'utf8'))
    expect(units).toHaveLength(2)
    expect(
      units.map(({ headcount }: { headcount: number }) => headcount).toSorted(),
    ).toEqual([45, 54])
  })

  it.each<readonly [string, string | Uint8Array, unknown, readonly string[]]>([
    ['an empty file', '', mapping, ['file', 'at least one record']],
    ['a header alone', 'dept,tired,fresh\n', mapping, ['at least one record']],
    ['a missing column', 'dept,tired\na,1\n', mapping, ['line 1', '"fresh"', 'mapping']],
    [
      'a column that stands there twice',
      'dept,tired,fresh,tired\na,1,1,1\n',
      mapping,
      ['line 1', '"tired"', 'twice'],
    ],
    [
      'a value outside the coding',
      'dept,tired,fresh\na,1,1\na,7,1\n',
      mapping,
      ['line 3', '"tired"', '"0", "1", "2"', 'coding'],
    ],
    [
      'a record that is too short',
      'dept,tired,fresh\na,1\n',
      mapping,
      ['line 2', '"fresh"', '2 fields'],
    ],
    [
      'a wrong encoding',
      new Uint8Array(Buffer.from('dept,tired,fresh\nF\xf6rr\xe5d,1,1\n', 'latin1')),
      mapping,
      ['UTF-8', 'line 1'],
    ],
    ['an open quotation mark', 'dept,tired,fresh\n"a,1,1\n', mapping, ['quotation']],
    ['a mapping that is no JSON', good, '{"title": ', ['mapping', 'JSON']],
    ['a mapping without a title', good, { ...mapping, title: '' }, ['mapping, title']],
    [
      'a mapping with a construct nobody knows',
      good,
      { ...mapping, constructs: { 'psy.joy': mapping.constructs['psy.exhaustion'] } },
      ['mapping', 'psy.joy'],
    ],
    [
      'a coding that is not there',
      good,
      {
        ...mapping,
        constructs: {
          'psy.exhaustion': { note: 'x', items: [{ column: 'tired', coding: 'rarely' }] },
        },
      },
      ['rarely', 'often'],
    ],
    [
      'a unit without a head count',
      good,
      { ...mapping, headcounts: { a: 40 } },
      ['headcounts', '"b"'],
    ],
    [
      'a filter that keeps nobody',
      good,
      { ...mapping, only: [{ column: 'dept', in: ['z'] }] },
      ['"only"'],
    ],
  ])('names place and remedy for %s, and writes nothing', (_, csv, map, words) => {
    const { status, said, files } = analyse(csv, map)

    expect(status).toBe(1)
    expect(said).toContain('Nothing was written.')
    expect(said).toContain('Remedy:')
    for (const word of words) expect(said).toContain(word)
    expect(said).not.toMatch(/\n\s+at /)
    expect(files).toEqual(['data.csv', 'map.json'])
  })

  it('refuses a file of 200 MB before reading it, and says what to leave out', () => {
    const big = join(folder, 'big.csv')
    writeFileSync(big, '')
    spawnSync('truncate', ['-s', '200M', big])
    writeFileSync(join(folder, 'map.json'), JSON.stringify(mapping))

    const { status, stderr } = spawnSync(
      process.execPath,
      [
        join(root, 'server/commands/groundwork.ts'),
        'analyse',
        big,
        '--mapping',
        join(folder, 'map.json'),
        '--out',
        join(folder, 'big-result'),
      ],
      { encoding: 'utf8', cwd: root },
    )

    expect(status).toBe(1)
    expect(stderr).toContain('at most 100 MB, and this has 200 MB')
    expect(stderr).toContain('keep only the columns')
  })

  it('says how to use it when words are missing', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(root, 'server/commands/groundwork.ts'), 'analyse'],
      { encoding: 'utf8', cwd: root },
    )

    expect(status).toBe(2)
    expect(stderr).toContain('npm run groundwork -- analyse FILE.csv --mapping')
  })
})
