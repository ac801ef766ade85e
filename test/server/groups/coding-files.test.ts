import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Reply, type TestServer, testServer } from '../test-server.ts'
import {
  aComparedStudy,
  aHeldStudy,
  codingDoor,
  codingOf,
  filesDoor,
  give,
  type HeldStudy,
  usualCodes,
} from './a-coded-study.ts'
import { codeOf } from './a-study.ts'

let server: TestServer

beforeAll(async () => {
  server = await testServer()
})

afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
})

/** A study whose first coder has begun. */
async function aBegunStudy(): Promise<HeldStudy> {
  const study = await aHeldStudy(server)
  await study.first.post(`${codingDoor(study.id)}/begin`)
  return study
}

const bytesOf = ({ body }: Reply): Uint8Array => body as Uint8Array
const inBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const inText = (reply: Reply): string => new TextDecoder().decode(bytesOf(reply))

const problemsOf = ({ body }: Reply): readonly { where: string; say: string }[] =>
  Object(body).problems

const codesOf = async ({ first, id }: HeldStudy) =>
  Object.fromEntries(
    (await codingOf(first, id)).segments.map((one) => [one.text, one.codes]),
  )

const project = (qde: string): string =>
  inBase64(zipSync({ 'project.qde': strToU8(qde), 'sources/t.txt': strToU8('abc') }))

describe('a coded study in files', () => {
  it('goes out as a project and comes back as it was, own codes included', async () => {
    const from = await aBegunStudy()
    const { first, id } = from
    const added = await first.post(`${codingDoor(id)}/codes`, {
      name: 'Parking & “bikes” <here>',
      definition: 'No place.',
      harmless: false,
    })
    const own = Object(added.body).own[0].id
    const { segments } = await codingOf(first, id)
    for (const { id: segment, text } of segments) {
      await give(first, id, segment, [...usualCodes(text), own])
    }
    const before = await codesOf(from)
    const file = inBase64(bytesOf(await first.get(`${filesDoor(id)}/project/sv`)))
    for (const { id: segment } of segments) await give(first, id, segment, [])

    const { body } = await first.post(`${filesDoor(id)}/project`, { file, coder: null })

    expect(body).toEqual({ codes: 0, segments: segments.length })
    expect(await codesOf(from)).toEqual(before)
  })

  it('goes out as a table, is coded in a spreadsheet, and comes back', async () => {
    const study = await aBegunStudy()
    const { first, id } = study
    const table = inText(await first.get(`${filesDoor(id)}/table`))
    const csv = table
      .split('\r\n')
      .map((line) => (line.includes('rota') ? `${line}hazard.hours` : line))
      .join('\r\n')

    const { body } = await first.post(`${filesDoor(id)}/table`, { csv })

    const codes = await codesOf(study)
    expect(body).toEqual({ codes: 0, segments: 3 })
    expect(codes['The rota comes too late, says group 1.']).toEqual(['hazard.hours'])
    expect(codes['Nobody knows whom to call (1).']).toBeNull()
  })

  it('lends its codebook to another study', async () => {
    const one = await aBegunStudy()
    await one.first.post(`${codingDoor(one.id)}/codes`, {
      name: 'Parking',
      definition: 'No place.',
      harmless: false,
    })
    const qdc = inBase64(bytesOf(await one.first.get(`${filesDoor(one.id)}/codebook/en`)))
    const other = await aBegunStudy()

    const brought = await other.first.post(`${filesDoor(other.id)}/codebook`, {
      file: qdc,
    })
    const again = await other.first.post(`${filesDoor(other.id)}/codebook`, { file: qdc })

    expect([brought.body, again.body]).toEqual([
      { codes: 1, segments: 0 },
      { codes: 0, segments: 0 },
    ])
    expect((await codingOf(other.first, other.id)).codebook.own).toMatchObject([
      { name: 'Parking' },
    ])
  })

  it('names no group by when it met, and orders them by chance', async () => {
    const { first, id } = await aBegunStudy()
    const orders = new Set<string>()

    for (let time = 0; time < 24; time += 1) {
      const table = inText(await first.get(`${filesDoor(id)}/table`))
      orders.add(/^1,.*says group (\d)/m.exec(table)?.[1] ?? '')
    }

    // Missing one of three by chance: 3 · (2/3)²⁴ < 0.0002.
    expect(orders).toEqual(new Set(['1', '2', '3']))
  })

  it('of two coders asks whose codes to take', async () => {
    const { first, id } = await aComparedStudy(server)
    const file = inBase64(bytesOf(await first.get(`${filesDoor(id)}/project/en`)))

    const unsaid = await first.post(`${filesDoor(id)}/project`, { file, coder: null })
    const said = await Promise.all(
      [1, 2].map((coder) => first.post(`${filesDoor(id)}/project`, { file, coder })),
    )

    expect(codeOf(unsaid)).toBe('coding-file-several-coders')
    expect(said.map(({ body }) => body)).toEqual([
      { codes: 0, segments: 0 },
      { codes: 0, segments: 0 },
    ])
  })

  it('changes nothing that was finished to be compared', async () => {
    const study = await aComparedStudy(server)
    const { first, id } = study
    const before = await codesOf(study)
    const table = inText(await first.get(`${filesDoor(id)}/table`))
    const csv = table.replaceAll('construct.bio.sleep', 'hazard.hours')

    const reply = await first.post(`${filesDoor(id)}/table`, { csv })

    expect(codeOf(reply)).toBe('coding-rows-refused')
    expect(problemsOf(reply).map(({ say }) => say)).toContain('coding.row-codes-compared')
    expect(await codesOf(study)).toEqual(before)
  })
})

describe('a file that does not fit', () => {
  it('of 10,000 lines with the wrong columns is answered with the columns, and stores nothing', async () => {
    const study = await aBegunStudy()
    const { first, id } = study
    const lines = Array.from({ length: 10_000 }, (_, line) => `${line},late rota,x`)
    const csv = `number,remark,whatever\n${lines.join('\n')}\n`
    const before = await codesOf(study)

    const reply = await first.post(`${filesDoor(id)}/table`, { csv })

    expect(reply).toMatchObject({
      status: 400,
      body: {
        code: 'coding-table-not-read',
        problems: [{ where: 'group' }, { where: 'text' }],
      },
    })
    expect(await codesOf(study)).toEqual(before)
  })

  it('of 10,000 lines that nobody said is refused by row, and others are answered meanwhile', async () => {
    const { first, id } = await aBegunStudy()
    const lines = Array.from({ length: 10_000 }, (_, line) => `1,Nobody said ${line}.`)
    const csv = `group,text\n${lines.join('\n')}\n`
    const order: string[] = []

    const bringing = first.post(`${filesDoor(id)}/table`, { csv })
    const asking = first.get('/api/office/accounts/front-door')
    await Promise.all([
      bringing.then(() => order.push('the file')),
      asking.then(() => order.push('somebody else')),
    ])

    const reply = await bringing
    expect(order).toEqual(['somebody else', 'the file'])
    expect(codeOf(reply)).toBe('coding-rows-refused')
    expect(problemsOf(reply)).toHaveLength(21)
    expect(problemsOf(reply)[0]).toMatchObject({
      where: 'row 2',
      say: 'coding.row-unknown',
    })
    expect(problemsOf(reply)[20]).toMatchObject({ words: { more: 9_980 } })
  })

  it('with one line that is wrong stores none of the others', async () => {
    const study = await aBegunStudy()
    const { first, id } = study
    const csv = [
      'group,text,codes',
      '1,"The rota comes too late, says group 1.",hazard.hours',
      '1,Nobody knows whom to call (1).,hazard.nothing',
      '1,Ring 811218-9876 about it.,hazard.hours',
    ].join('\n')
    const known = csv.split('\n').slice(0, 3).join('\n')

    const person = await first.post(`${filesDoor(id)}/table`, { csv })
    const code = await first.post(`${filesDoor(id)}/table`, { csv: known })

    expect(problemsOf(person)).toMatchObject([
      { where: 'row 4', say: 'coding.row-person' },
    ])
    expect(JSON.stringify(person.body)).not.toContain('811218')
    expect(problemsOf(code)).toMatchObject([
      { where: 'row 3', say: 'coding.row-code-unknown' },
    ])
    expect(Object.values(await codesOf(study)).every((codes) => codes === null)).toBe(
      true,
    )
  })

  it.each([
    ['that is no zip', inBase64(strToU8('hello')), 'coding-file-not-packed'],
    [
      'with entities of its own',
      project(
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><Project>&e;</Project>',
      ),
      'coding-file-declares-entities',
    ],
    [
      'that unpacks to a hundred million bytes',
      inBase64(zipSync({ 'project.qde': new Uint8Array(100_000_000) })),
      'coding-file-too-large',
    ],
    [
      'without a project',
      inBase64(zipSync({ 'other.txt': strToU8('x') })),
      'coding-file-without-project',
    ],
  ])('as a project %s is refused', async (_, file, code) => {
    const { first, id } = await aBegunStudy()

    const reply = await first.post(`${filesDoor(id)}/project`, { file, coder: null })

    expect(codeOf(reply)).toBe(code)
    expect((await codingOf(first, id)).codebook.own).toEqual([])
  })

  it('as a codebook that names a person is refused whole', async () => {
    const { first, id } = await aBegunStudy()
    const code = (guid: string, name: string) =>
      `<Code guid="${guid}" name="${name}" isCodable="true"/>`
    const xml = `<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>
      ${code('11111111-1111-4111-8111-111111111111', 'Stress')}
      ${code('22222222-2222-4222-8222-222222222222', 'ada@people.example')}
    </Codes></CodeBook>`

    const reply = await first.post(`${filesDoor(id)}/codebook`, {
      file: inBase64(strToU8(xml)),
    })

    expect(problemsOf(reply)).toMatchObject([{ say: 'coding.code-names-person' }])
    expect((await codingOf(first, id)).codebook.own).toEqual([])
  })

  it('tells in no entry of a project when it was made or who coded', async () => {
    const { first, id } = await aBegunStudy()

    const entries = unzipSync(bytesOf(await first.get(`${filesDoor(id)}/project/en`)))

    const text = Object.values(entries).map((entry) => strFromU8(entry))
    expect(text.join()).not.toMatch(/Saskia|2026-1|dateTime/i)
  })
})
