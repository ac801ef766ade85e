import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PaperKind } from '#server/group-papers/contract.ts'
import { groupTexts } from '#surveys/group-wording.ts'
import { locales } from '#surveys/locale.ts'
import { say } from '#surveys/say.ts'
import { anOpenSurvey, answersAll, cast, release } from '../journey.ts'
import { type TestServer, testServer } from '../test-server.ts'
import {
  anInvitedSession,
  aStudy,
  codeOf,
  type PlannedStudy,
  planSession,
  seatsOf,
  study,
  studyDoor,
} from './a-study.ts'

let server: TestServer
let planned: PlannedStudy

beforeAll(async () => {
  server = await testServer()
  planned = await aStudy(server, { ...study, languages: ['en'] })
})

afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
})

const paperAt = (id: string, rest: string): string =>
  `/api/office/group-papers/${id}/${rest}`

const textOf = (body: unknown): string => new TextDecoder().decode(body as Uint8Array)

/** What somebody reads in a PDF; poppler is on the machines that test. */
const readIn = (pdf: unknown): string =>
  spawnSync('pdftotext', ['-raw', '-', '-'], {
    input: pdf as Uint8Array,
    encoding: 'utf8',
  }).stdout.replaceAll('\u200b', '')

const canRead = spawnSync('pdftotext', ['-v']).status === 0

describe('the papers of focus groups', () => {
  it.each(PaperKind.options)('has the %s in five languages, as text', async (kind) => {
    for (const locale of locales) {
      const { status, body } = await planned.organiser.get(
        paperAt(planned.id, `${kind}/txt/${locale}`),
      )

      expect(status).toBe(200)
      expect(textOf(body)).toContain(`# ${say(groupTexts[locale], `${kind}.title`)}`)
    }
  })

  it.skipIf(!canRead).each(PaperKind.options)(
    'has the %s as a PDF that opens',
    async (kind) => {
      const { body } = await planned.organiser.get(paperAt(planned.id, `${kind}/pdf/ro`))

      const text = readIn(body).replace(/\s+/g, ' ')
      expect(text).toContain(say(groupTexts.ro, `${kind}.title`))
    },
  )

  it('has numbers to call in every language, also where the plan names none in it', async () => {
    for (const locale of locales) {
      const { body } = await planned.organiser.get(
        paperAt(planned.id, `distress/txt/${locale}`),
      )

      expect([locale, textOf(body)]).toEqual([locale, expect.stringContaining('112')])
    }
  })

  it('is the same for both sides and the facilitator, and for nobody else', async () => {
    const path = paperAt(planned.id, 'guide/txt/sv')
    const people = [
      planned.organiser,
      await server.example('employee-side'),
      await server.example('facilitator'),
    ]

    const [mine, ...theirs] = await Promise.all(people.map((one) => one.get(path)))
    const stranger = await server.visitor().get(path)

    for (const { body } of theirs) expect(body).toEqual(mine?.body)
    expect(stranger.status).toBe(401)
  })

  it('invites to the groups whose seats are open, and to the page where they are taken', async () => {
    await anInvitedSession(planned, { place: 'The old canteen' })
    await anInvitedSession(planned, { mode: 'online', place: 'https://meet.example/x' })
    await planSession(planned, { place: 'Not yet open' })
    const { link } = await seatsOf(planned.organiser, planned.id)

    const { body } = await planned.organiser.get(paperAt(planned.id, 'invitation/txt/en'))

    const text = textOf(body)
    expect(text).toContain('Tuesday, 1 December 2026')
    expect(text).toContain('The old canteen')
    expect(text).toContain(link)
    expect(text).not.toContain('meet.example')
    expect(text).not.toContain('Not yet open')
  })

  it('guides through nine questions whose minutes add up to the length of the group', async () => {
    const { body } = await planned.organiser.get(
      `${paperAt(planned.id, 'guide/txt/en')}?minutes=105`,
    )

    const minutes = [...textOf(body).matchAll(/^## \d\. .* · (\d+) min$/gm)].map(
      ([, written]) => Number(written),
    )
    expect(minutes).toHaveLength(9)
    expect(minutes.reduce((sum, one) => sum + one, 0)).toBe(105)
  })

  it('says before there are results what the survey leaves open', async () => {
    const { body } = await planned.organiser.get(paperAt(planned.id, 'guide/txt/en'))

    expect(textOf(body)).toContain(say(groupTexts.en, 'guide.open'))
    expect(textOf(body)).not.toContain(say(groupTexts.en, 'guide.found'))
  })

  it('refuses a length that no group may have, and groups that are not planned', async () => {
    const tooLong = await planned.organiser.get(
      `${paperAt(planned.id, 'guide/txt/en')}?minutes=300`,
    )
    const other = await aStudy(server, { ...study, plannedGroups: 1 })
    const unplanned = await planned.organiser.get(paperAt(other.id, 'guide/txt/en'))

    expect(codeOf(tooLong)).toBe('malformed-request')
    expect(codeOf(unplanned)).toBe('study-missing')
  })
})

describe('the guide after the results are published', () => {
  it('names what they leave to explain, and no figure', async () => {
    await using own = await testServer()
    const survey = await anOpenSurvey(own)
    const { id, organiser, codes } = survey
    await organiser.put(studyDoor(id), study)
    for (const code of codes.slice(0, 40)) {
      await cast(own, survey, code, answersAll('nearly-always'))
    }
    await release(own, survey)
    const facilitator = await own.example('facilitator')

    const { body } = await facilitator.get(paperAt(id, 'guide/txt/en'))

    const text = textOf(body)
    const found = text.slice(text.indexOf(`## ${say(groupTexts.en, 'guide.found')}`))
    const [part = ''] = found.split(`## ${say(groupTexts.en, 'guide.listen')}`)
    expect(part).toContain(say(groupTexts.en, 'guide.found.high'))
    expect(part).toContain('\n- ')
    expect(part).not.toMatch(/\d/)
    expect(text).not.toContain(say(groupTexts.en, 'guide.open'))
  })
})
