import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { anOpenSurvey, answersAll, cast } from './journey.ts'
import { testServer } from './test-server.ts'

const some = { worries: 'often', 'work-ability': 7, barriers: ['time', 'cost'] }

describe('collecting a ballot', () => {
  it('gives the same ballot for the same code every time, and changes nothing', async () => {
    await using server = await testServer()
    const { id, codes } = await anOpenSurvey(server)
    const employee = server.visitor()
    const collect = () =>
      employee.post('/api/ballots', { assessment: id, code: codes[0] })

    const first = await collect()
    const second = await collect()

    expect(first.status).toBe(200)
    expect(second.body).toEqual(first.body)
  })

  it('reads a code as people type it', async () => {
    await using server = await testServer()
    const { id, codes } = await anOpenSurvey(server)

    const { status } = await server.visitor().post('/api/ballots', {
      assessment: id,
      code: codes[0]?.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o'),
    })

    expect(status).toBe(200)
  })

  it.each([
    'AAAAA-AAAAA-AAAAA-AAAAA-AAAAA0',
    '00000-00000-00000-00000-000000',
    'not a code at all, but long enough',
  ])('refuses %s', async (code) => {
    await using server = await testServer()
    const { id } = await anOpenSurvey(server)

    const { status, body } = await server
      .visitor()
      .post('/api/ballots', { assessment: id, code })

    expect(status).toBe(403)
    expect(body).toMatchObject({ code: 'code-unknown' })
  })

  it('sets no cookie and reads none', async () => {
    await using server = await testServer()
    const { id, codes } = await anOpenSurvey(server)

    const { headers } = await server
      .visitor()
      .post('/api/ballots', { assessment: id, code: codes[0] })

    expect(headers.getSetCookie()).toEqual([])
  })
})

describe('casting a ballot', () => {
  it('keeps an answer', async () => {
    await using server = await testServer()
    const { id, codes } = await anOpenSurvey(server)

    const { status } = await cast(server, id, codes[0] ?? '', some)

    expect(status).toBe(204)
  })

  it('counts a code once', async () => {
    await using server = await testServer()
    const { id, codes } = await anOpenSurvey(server)
    await cast(server, id, codes[0] ?? '', some)

    const { status, body } = await cast(server, id, codes[0] ?? '', some)

    expect(status).toBe(409)
    expect(body).toMatchObject({ code: 'ballot-spent' })
  })

  it('counts a code once among many that race', async () => {
    await using server = await testServer()
    const { id, codes } = await anOpenSurvey(server)

    const replies = await Promise.all(
      Array.from({ length: 20 }, () => cast(server, id, codes[0] ?? '', some)),
    )

    expect(replies.filter(({ status }) => status === 204)).toHaveLength(1)
  })

  it.each([
    ['a question that does not exist', { 'shoe-size': 42 }, 'shoe-size'],
    ['an option that does not exist', { worries: 'daily' }, 'worries'],
    ['a number out of range', { 'work-ability': 11 }, 'work-ability'],
    ['a number as text', { 'work-ability': '7' }, 'work-ability'],
    ['an option twice', { barriers: ['time', 'time'] }, 'barriers'],
    ['"nothing" beside something', { barriers: ['time', 'nothing'] }, 'barriers'],
    [
      'more choices than allowed',
      {
        'wanted-services': [
          'talk',
          'money',
          'legal',
          'body',
          'couple_family',
          'life_event',
        ],
      },
      'wanted-services',
    ],
    [
      'an answer to a question that was not shown',
      { 'care-alone': 'often' },
      'care-alone',
    ],
    ['a nested object', { worries: { $gt: '' } }, 'worries'],
  ])('refuses %s and stores nothing', async (_, answers, where) => {
    await using server = await testServer()
    const { id, codes } = await anOpenSurvey(server)

    const { status, body } = await cast(server, id, codes[0] ?? '', answers)

    const then = await cast(server, id, codes[0] ?? '', some)
    expect(status).toBe(400)
    expect(body).toMatchObject({ code: 'malformed-answers', problems: [{ where }] })
    expect(then.status).toBe(204)
  })

  it('takes a ballot with no answer at all: every question can be skipped', async () => {
    await using server = await testServer()
    const { id, codes } = await anOpenSurvey(server)

    expect((await cast(server, id, codes[0] ?? '', {})).status).toBe(204)
  })

  it('refuses a ballot that was changed', async () => {
    await using server = await testServer()
    const { id, codes, sheet } = await anOpenSurvey(server)
    const employee = server.visitor()
    const { body } = await employee.post('/api/ballots', {
      assessment: id,
      code: codes[0],
    })
    const ballot = body as Record<string, string>
    const otherUnit = ballot['unit'] === 'office' ? 'works' : 'office'
    const changes = [
      { unit: otherUnit },
      { serial: `${ballot['serial']?.slice(1)}A` },
      { signature: ballot['signature']?.replace(/^./, (c) => (c === 'A' ? 'B' : 'A')) },
      { signature: '' },
      { assessment: '5b6b0a4e-5f3f-4c53-9d5c-0f5f7f1f2a11' },
    ]

    for (const change of changes) {
      const { status } = await employee.post('/api/ballot-box', {
        ballot: { ...ballot, ...change },
        answers: some,
      })
      expect(status, JSON.stringify(change)).toBe(403)
    }
    expect(sheet.units).toHaveLength(2)
  })

  it('ends with the closing', async () => {
    await using server = await testServer()
    const { id, codes, organiser } = await anOpenSurvey(server)
    await organiser.post(`/api/office/tally/${id}/close`)

    const { status, body } = await cast(server, id, codes[0] ?? '', some)

    expect(status).toBe(410)
    expect(body).toMatchObject({ code: 'survey-closed' })
  })
})

describe('what the ballot box keeps', () => {
  it('has no code, serial, time or order in it', async () => {
    await using server = await testServer()
    const { id, codes } = await anOpenSurvey(server)
    const casting = codes.slice(0, 6)
    const options = ['never', 'rarely', 'sometimes', 'often', 'nearly-always', 'never']
    const path = join(server.folder, 'ballot-box.sqlite')
    const timesIn = (file: string) => file.match(/20\d\d-\d\d-\d\d[T ]\d\d:\d\d/g) ?? []
    const before = timesIn(readFileSync(path, 'latin1'))
    const ballots = await Promise.all(
      casting.map(async (code) => {
        const { body } = await server
          .visitor()
          .post('/api/ballots', { assessment: id, code })
        return body as Record<string, string>
      }),
    )
    for (const [index, code] of casting.entries()) {
      await cast(server, id, code, answersAll(options[index] ?? 'never'))
    }

    const file = readFileSync(path, 'latin1')

    for (const secret of [...casting, ...ballots.map(({ serial }) => serial ?? '')]) {
      expect(file.includes(secret)).toBe(false)
      expect(file.includes(secret.replaceAll('-', ''))).toBe(false)
    }
    // The schema's own history has the time of installation; casting must add none.
    expect(timesIn(file)).toEqual(before)
  })

  it('is the same file content whatever the order of answering', async () => {
    const answerSets = ['never', 'often', 'sometimes'].map(answersAll)
    const stored = async (order: readonly number[]) => {
      await using server = await testServer()
      const { id, codes } = await anOpenSurvey(server)
      for (const index of order) {
        await cast(server, id, codes[index] ?? '', answerSets[index] ?? {})
      }
      const { ballots } = server.running.services
      const rows = await ballots
        .selectFrom('bucket')
        .select('answers')
        .where('assessment_id', '=', id)
        .orderBy('unit_id')
        .execute()
      return rows.map(({ answers }) => answers)
    }

    expect(await stored([0, 1, 2])).toEqual(await stored([2, 0, 1]))
  })
})
