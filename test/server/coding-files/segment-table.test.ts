import { describe, expect, it } from 'vitest'
import {
  readSegmentTable,
  writeSegmentTable,
} from '#server/coding-files/segment-table.ts'
import { codings, random, segments, study } from './an-exported-study.ts'

const final = codings.map(({ segment, code }) => {
  return { segment, code, basis: 'both-coders' } as const
})

const table = (said = segments) =>
  writeSegmentTable(study.sessions, said, final, random())

describe('a table of segments', () => {
  it('comes back as it went, without the conversation', () => {
    const rows = readSegmentTable(table())

    const texts = rows.map(({ draft }) => draft.text).toSorted()
    const expected = segments.filter(({ group }) => group !== 'd').map(({ text }) => text)
    expect(texts).toEqual(expected.toSorted())
    expect(rows.find(({ draft }) => draft.text.startsWith('The rota'))).toEqual({
      row: expect.any(Number),
      group: expect.stringMatching(/^[123]$/),
      draft: {
        text: segments[0]?.text,
        question: 4,
        speakers: 3,
        intensity: 2,
        tone: 'problem',
      },
      codes: ['hazard.hours', 'hazard.hours'],
    })
  })

  it.each([
    '=1+1',
    '+1',
    '-1',
    '-1+1',
    '@SUM(A1)',
    '＝1',
    "'=1",
    "''=1",
    '=cmd|"/c calc"!A1',
  ])('lets no spreadsheet compute %s, and still gives it back', (text) => {
    const said = segments.map((segment) => ({ ...segment, text }))

    const csv = table(said)

    // A figure below nought computes nothing, and stays a figure.
    expect(csv).not.toMatch(/(^|,)"?(?:[=+@＝]|-(?!\d+(?:,|$)))/m)
    expect(readSegmentTable(csv).every(({ draft }) => draft.text === text)).toBe(true)
  })

  it('tells no unit and no person, and not of one group', () => {
    expect(table()).not.toMatch(/@example\.org|conversation/)
    expect(() =>
      writeSegmentTable(study.sessions.slice(0, 1), segments, final, random()),
    ).toThrow('groups-too-few-to-export')
  })

  it('is read from elsewhere: other order, other signs, columns that are missing', () => {
    const csv = '\u{feff}Text;Group;Mood\r\n"Late; again";B;sad\r\nNoise;A;\r\n'

    expect(readSegmentTable(csv)).toEqual([
      {
        row: 2,
        group: 'B',
        draft: {
          text: 'Late; again',
          question: null,
          speakers: null,
          intensity: null,
          tone: null,
        },
        codes: [],
      },
      expect.objectContaining({ group: 'A' }),
    ])
  })

  it.each(['', 'group,text\n', 'a,b\n1,2\n', '"group,text\n1,2', '__proto__,text\n1,2'])(
    'is refused where it is none: %j',
    (csv) => {
      expect(() => readSegmentTable(csv)).toThrow('coding-table-not-read')
    },
  )
})
