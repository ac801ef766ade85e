import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { csvOf, withoutGuard } from '#server/csv.ts'
import { Results } from '#server/results/contract.ts'
import { locales } from '#surveys/locale.ts'
import {
  aDraftToFreeze,
  answersAll,
  cast,
  opened,
  plan,
  release,
  unitsCsv,
} from './journey.ts'
import { testServer, type Visitor } from './test-server.ts'

const read = (csv: string): readonly Record<string, string>[] =>
  parse(csv, { columns: true, bom: true })

async function download(visitor: Visitor, path: string): Promise<string> {
  const { status, body } = await visitor.get(path)
  expect(status).toBe(200)
  return Buffer.from(body as Uint8Array).toString('utf8')
}

const ownQuestions = {
  modules: [],
  own: [
    {
      id: 'own-1',
      format: 'yes-no',
      title: { en: 'Is the canteen open?', sv: 'Är matsalen öppen?' },
      options: [],
    },
  ],
}

describe('the figures as a file', () => {
  it('are what was published, the same for both sides, with a codebook in five languages', async () => {
    await using server = await testServer()
    const ready = await aDraftToFreeze(server, plan, unitsCsv, ownQuestions)
    const survey = await opened(server, ready)
    const door = `/api/office/results/${survey.id}`
    const early = await survey.organiser.get(`${door}/figures.csv`)
    for (const code of survey.codes.slice(0, 50)) {
      await cast(server, survey, code, answersAll('sometimes'))
    }
    await release(server, survey)

    const mine = await download(survey.organiser, `${door}/figures.csv`)
    const employees = await server.example('employee-side')
    const theirs = await download(employees, `${door}/figures.csv`)
    const codebooks = await Promise.all(
      locales.map((locale) => download(employees, `${door}/codebook/${locale}`)),
    )

    const results = Results.parse((await survey.organiser.get(door)).body)
    const sleep = results.release.constructs['bio.sleep']?.organization.meanNeed
    const [row] = read(mine).filter(
      ({ level, about, figure }) =>
        level === 'organization' && about === 'bio.sleep' && figure === 'mean-need',
    )
    expect(early.status).toBe(409)
    expect(theirs).toBe(mine)
    expect(row).toMatchObject({
      reading: sleep?.kind,
      value: String(Object(sleep).value),
    })
    expect(new Set(codebooks).size).toBe(locales.length)
    for (const codebook of codebooks) {
      const entries = read(codebook)
      const names = entries.map(({ name }) => name)
      const own = entries.find(({ name }) => name === 'item.own-1')
      expect(own?.['meaning']).toMatch(/^(Is the canteen open|Är matsalen öppen)\?$/)
      expect(names).toEqual(expect.arrayContaining(['mean-need', 'bio.sleep', 'hidden']))
    }
  })
})

describe('a CSV file', () => {
  it('is read again as it was written, and computes nothing in a spreadsheet', () => {
    const lines = [
      ['name', 'note'],
      ['=cmd()', 'says "so", twice\nand goes on'],
      ['-1.5', '@home'],
      ["'-x", "'s-Gravenhage"],
    ]

    const read: string[][] = parse(csvOf(lines, ';'), { bom: true, delimiter: ';' })

    expect(read).toEqual([
      ['name', 'note'],
      ["'=cmd()", 'says "so", twice\nand goes on'],
      ['-1.5', "'@home"],
      ["''-x", "'s-Gravenhage"],
    ])
    expect(read.map((line) => line.map(withoutGuard))).toEqual(lines)
  })
})
