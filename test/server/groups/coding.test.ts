import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestServer, testServer, type Visitor } from '../test-server.ts'
import {
  aComparedStudy,
  agreementOf,
  aHeldGroup,
  aHeldStudy,
  anotherFacilitator,
  aStranger,
  codeAll,
  codingDoor,
  codingOf,
  filesDoor,
  give,
  releasedTo,
  said,
  themesOf,
  usualCodes,
} from './a-coded-study.ts'
import { codeOf, groupsOf, planSession } from './a-study.ts'

let server: TestServer

beforeAll(async () => {
  server = await testServer()
})

afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
})

const decide = (person: Visitor, id: string, change: object) =>
  person.put(`${codingDoor(id)}/decisions`, {
    code: 'construct.soc.care',
    verdict: 'does-not-apply',
    reason: 'It is about the rota.',
    harmless: false,
    ...change,
  })

describe('coding', () => {
  it('takes in every group that was noted, whose notes then stay as they are', async () => {
    const { id, first } = await aHeldStudy(server)

    const { body } = await first.post(`${codingDoor(id)}/begin`)

    const { sessions } = await groupsOf(first, id)
    const late = await first.put(`/api/office/group-notes/${id}/${sessions[0]?.id}`, {
      ...Object(
        (await first.get(`/api/office/group-notes/${id}/${sessions[0]?.id}`)).body,
      ),
      notebook: '3f0e8f3a-6a0c-4c57-9a0f-2b1f3c4d5e6f',
      consents: 6,
      powerCheck: { nobodyLeads: true, noObserver: true, noRelatives: true },
    })
    expect(body).toMatchObject({ state: 'coding', groups: 3, waiting: 0, me: 1 })
    expect(sessions.map(({ state }) => state)).toEqual(['coded', 'coded', 'coded'])
    expect(codeOf(late)).toBe('notes-already-handed-in')
  })

  it('begins with nothing where nothing was noted', async () => {
    const { id, first } = await aHeldStudy(server, [])

    const reply = await first.post(`${codingDoor(id)}/begin`)

    expect(codeOf(reply)).toBe('nothing-to-code')
    expect(await codingOf(first, id)).toMatchObject({ state: 'not-begun' })
  })

  it('lets the second coder code the sample, and nothing of it is seen before both finished', async () => {
    const { id, first, second } = await aHeldStudy(server)
    await first.post(`${codingDoor(id)}/begin`)
    await second.post(`${codingDoor(id)}/join`)
    await codeAll(first, id, () => ['hazard.tools'])
    await first.post(`${codingDoor(id)}/finish`)

    const replies = await Promise.all(
      ['', '/suggestions', '/agreement', '/themes'].map((path) =>
        second.get(codingDoor(id) + path),
      ),
    )
    const files = await Promise.all(
      ['/project/en', '/table'].map((path) => second.get(filesDoor(id) + path)),
    )

    const seen = JSON.stringify(replies.map(({ body }) => body))
    const table = new TextDecoder().decode(files[1]?.body as Uint8Array)
    const mine = await codingOf(second, id)
    expect(seen).not.toContain('hazard.tools')
    expect(table).not.toContain('hazard.tools')
    expect(table).toContain('rota')
    expect(mine.segments.every(({ twice, codes }) => twice && codes === null)).toBe(true)
    expect(mine.segments.length).toBeGreaterThanOrEqual(10)
    expect(replies.map(codeOf)).toContain('coding-not-compared')
  })

  it('has no place for a third coder, and none for who does not code', async () => {
    const { id, first, second, organiser } = await aHeldStudy(server)
    const third = await anotherFacilitator(organiser, server)
    await first.post(`${codingDoor(id)}/begin`)
    const [segment] = (await codingOf(first, id)).segments
    const early = await give(second, id, segment?.id ?? '', ['hazard.hours'])
    await second.post(`${codingDoor(id)}/join`)

    const late = await third.post(`${codingDoor(id)}/join`)

    expect(codeOf(early)).toBe('coders-only')
    expect(codeOf(late)).toBe('two-coders-already')
  })

  it('does not exist for a facilitator of another organization', async () => {
    const { id, first } = await aComparedStudy(server)
    const [segment] = (await codingOf(first, id)).segments
    const stranger = await aStranger(server)

    const replies = [
      await stranger.get(codingDoor(id)),
      await stranger.get(`${codingDoor(id)}/themes`),
      await stranger.get(`${codingDoor(id)}/agreement`),
      await stranger.get(`${codingDoor(id)}/suggestions`),
      await stranger.post(`${codingDoor(id)}/begin`),
      await stranger.post(`${codingDoor(id)}/join`),
      await stranger.post(`${codingDoor(id)}/lock`),
      await give(stranger, id, segment?.id ?? '', ['hazard.hours']),
      await stranger.get(`${filesDoor(id)}/project/en`),
      await stranger.get(`${filesDoor(id)}/table`),
      await stranger.post(`${filesDoor(id)}/table`, { csv: 'group,text\n1,a\n' }),
    ]

    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([404]))
  })

  it('gives codes of the codebook, and of the retired ones none anew', async () => {
    const { id, first } = await aHeldStudy(server)
    await first.post(`${codingDoor(id)}/begin`)
    const [one, other] = (await codingOf(first, id)).segments
    const wording = {
      name: 'Parking',
      definition: 'No place for bikes.',
      harmless: false,
    }
    const added = await first.post(`${codingDoor(id)}/codes`, wording)
    const own = Object(added.body).own[0].id
    await give(first, id, one?.id ?? '', [own])
    const twice = await first.post(`${codingDoor(id)}/codes`, {
      ...wording,
      name: 'parking',
    })
    await first.delete(`${codingDoor(id)}/codes/${own}`)

    const kept = await give(first, id, one?.id ?? '', [own, 'hazard.hours'])
    const anew = await give(first, id, other?.id ?? '', [own])
    const unknown = await give(first, id, other?.id ?? '', ['hazard.nothing'])
    const changed = await first.put(`${codingDoor(id)}/codes/${own}`, {
      ...wording,
      name: 'Bikes',
    })

    expect(codeOf(twice)).toBe('code-name-taken')
    expect(kept.body).toMatchObject({ codes: ['hazard.hours', own] })
    expect([codeOf(anew), codeOf(unknown)]).toEqual(['code-retired', 'code-not-found'])
    expect(changed.body).toMatchObject({
      revision: 4,
      own: [{ name: 'Bikes', retired: true }],
    })
  })

  it.each([
    ['a personal number', '811218-9876'],
    ['an address', 'ada.lovelace@people.example'],
  ])('keeps no code that names %s', async (_, text) => {
    const { id, first } = await aHeldStudy(server)
    await first.post(`${codingDoor(id)}/begin`)

    const reply = await first.post(`${codingDoor(id)}/codes`, {
      name: 'Parking',
      definition: `Ask ${text} about it.`,
      harmless: true,
    })

    expect(codeOf(reply)).toBe('words-name-people')
    expect(JSON.stringify(reply.body)).not.toContain(text)
    expect((await codingOf(first, id)).codebook.own).toEqual([])
  })

  it('is finished only when the whole sample was looked at', async () => {
    const { id, first } = await aHeldStudy(server)
    await first.post(`${codingDoor(id)}/begin`)
    const [segment] = (await codingOf(first, id)).segments
    await give(first, id, segment?.id ?? '', [])

    const reply = await first.post(`${codingDoor(id)}/finish`)

    expect(reply.body).toMatchObject({
      code: 'coding-not-finished',
      problems: [{ words: { left: expect.any(Number) } }],
    })
  })
})

describe('two coders', () => {
  it('see how far they agree, and their codes stand', async () => {
    const { id, first } = await aComparedStudy(server, (text) =>
      text.includes('rota')
        ? [...usualCodes(text), 'construct.soc.care']
        : usualCodes(text),
    )
    const [segment] = (await codingOf(first, id)).segments

    const agreement = await agreementOf(first, id)
    const late = await give(first, id, segment?.id ?? '', ['hazard.hours'])

    const byCode = Object.fromEntries(agreement.codes.map((one) => [one.code, one]))
    expect(byCode['construct.bio.sleep']).toMatchObject({ kappa: 1, status: 'target' })
    expect(byCode['construct.soc.care']).toMatchObject({ kappa: 0, status: 'reconcile' })
    expect(agreement.disagreements.map(({ code, yes }) => [code, yes])).toEqual(
      agreement.disagreements.map(() => ['construct.soc.care', 2]),
    )
    expect(codeOf(late)).toBe('codes-compared')
  })

  it('settle what they disagree on with a reason, and nothing else', async () => {
    const { id, first, second } = await aComparedStudy(server, (text) =>
      text.includes('rota')
        ? [...usualCodes(text), 'construct.soc.care']
        : usualCodes(text),
    )
    const [open] = (await agreementOf(first, id)).disagreements
    const segment = open?.segment.id ?? ''

    const replies = [
      await decide(second, id, { segment, reason: ' ' }),
      await decide(second, id, { segment, code: 'hazard.tools' }),
      await decide(second, id, {
        segment,
        reason: 'Dr. Andersson says so.',
        harmless: true,
      }),
      await decide(second, id, { segment }),
    ]

    const after = await agreementOf(first, id)
    expect(replies.map(codeOf)).toEqual([
      'reason-unfit',
      'not-disputed',
      'words-name-people',
      undefined,
    ])
    expect(after.disagreements.find((one) => one.segment.id === segment)).toMatchObject({
      verdict: 'does-not-apply',
      reason: 'It is about the rota.',
    })
  })
})

describe('suggestions', () => {
  it('are marked, and made for what one person codes alone', async () => {
    const groups = [1, 2, 3].map((group) =>
      Array.from({ length: 20 }, (_, index) => ({
        text: `${index % 2 ? 'The rota comes too late' : 'Nights are hard to sleep after'}, ${group} and ${index}.`,
      })),
    )
    const { id, first, second } = await aHeldStudy(server, groups)
    await first.post(`${codingDoor(id)}/begin`)
    await second.post(`${codingDoor(id)}/join`)
    const { segments } = await codingOf(first, id)
    for (const { id: segment, text, twice } of segments) {
      if (twice) await give(first, id, segment, usualCodes(text))
    }

    const { body } = await first.get(`${codingDoor(id)}/suggestions`)
    const forSecond = await second.get(`${codingDoor(id)}/suggestions`)

    const alone = new Map(
      segments.filter(({ twice }) => !twice).map((one) => [one.id, one.text]),
    )
    const found = body as { suggested: boolean; segment: string; code: string }[]
    expect(found.length).toBeGreaterThan(alone.size / 4)
    expect(found.every(({ suggested }) => suggested)).toBe(true)
    expect(
      found.every(({ segment, code }) =>
        usualCodes(alone.get(segment) ?? '').includes(code),
      ),
    ).toBe(true)
    expect(forSecond.body).toEqual([])
  })
})

describe('the themes of a study', () => {
  it('are locked once, and then both sides read the same of all groups', async () => {
    const { id, first, organiser } = await aComparedStudy(server)
    const employeeSide = await server.example('employee-side')
    const before = await releasedTo(organiser, id)
    const sources = (await themesOf(first, id)).sources
    const [source] = sources.filter(({ code }) => code === 'construct.bio.sleep')
    const segment = source?.segments[0]
    await first.put(`${codingDoor(id)}/paraphrases/${segment?.id}`, {
      text: 'Sleep suffers after nights.',
      harmless: false,
    })
    await first.put(`${codingDoor(id)}/checks/construct.bio.sleep`, {
      outcome: 'confirmed',
      note: '',
      harmless: false,
    })

    const locked = await first.post(`${codingDoor(id)}/lock`)

    const [ours, theirs] = [
      await releasedTo(organiser, id),
      await releasedTo(employeeSide, id),
    ]
    const text = JSON.stringify(ours)
    expect(before).toEqual({ state: 'not-locked' })
    expect(locked.body).toMatchObject({ state: 'locked' })
    expect(ours).toEqual(theirs)
    expect(ours).toMatchObject({
      state: 'locked',
      themes: {
        groups: 3,
        themes: expect.arrayContaining([
          expect.objectContaining({
            code: 'construct.bio.sleep',
            groupsRaised: 3,
            timesSaid: 3,
            examples: ['Sleep suffers after nights.'],
            check: 'confirmed',
          }),
        ]),
      },
    })
    for (const { text: noted } of said.flat()) expect(text).not.toContain(noted)
    expect((await groupsOf(first, id)).sessions.map(({ state }) => state)).toEqual([
      'locked',
      'locked',
      'locked',
    ])
  })

  it('of one group alone are in no table, and no paraphrase of them leaves', async () => {
    const { id, first, second, organiser } = await aHeldStudy(server, [
      [...(said[0] ?? []), { text: 'Only here: the roof leaks.' }],
      ...said.slice(1),
    ])
    const codes = (text: string) =>
      text.includes('roof') ? ['hazard.premises'] : usualCodes(text)
    await first.post(`${codingDoor(id)}/begin`)
    await second.post(`${codingDoor(id)}/join`)
    await codeAll(first, id, codes)
    await codeAll(second, id, codes)
    await first.post(`${codingDoor(id)}/finish`)
    await second.post(`${codingDoor(id)}/finish`)
    const { segments } = await codingOf(first, id)
    const roof = segments.find(({ text }) => text.includes('roof'))

    const refused = await first.put(`${codingDoor(id)}/paraphrases/${roof?.id}`, {
      text: 'The building lets in water.',
      harmless: false,
    })
    await first.post(`${codingDoor(id)}/lock`)

    expect(codeOf(refused)).toBe('paraphrase-of-one-group')
    const released = await releasedTo(organiser, id)
    expect(released.state).toBe('locked')
    expect(JSON.stringify(released)).not.toContain('premises')
  })

  it.each([
    ['a personal number', 'Ring 811218-9876 about the nights.', 'words-name-people'],
    ['what may be a name', 'They miss Kransholm at night.', 'words-name-people'],
    ['nothing', '  ', 'paraphrase-unfit'],
    ['401 characters', 'a'.repeat(401), 'paraphrase-unfit'],
    [
      'the note itself',
      'nights are hard after long shifts (1).',
      'paraphrase-not-reworded',
    ],
  ])('show no paraphrase with %s', async (_, text, code) => {
    const { id, first } = await aComparedStudy(server)
    const { sources } = await themesOf(first, id)
    const nights = sources
      .flatMap(({ segments }) => segments)
      .find((one) => one.text.includes('shifts (1)'))

    const reply = await first.put(`${codingDoor(id)}/paraphrases/${nights?.id}`, {
      text,
      harmless: false,
    })

    expect(codeOf(reply)).toBe(code)
    expect((await themesOf(first, id)).sources.flatMap((one) => one.segments)).toSatisfy(
      (segments: { paraphrase: string | null }[]) =>
        segments.every(({ paraphrase }) => paraphrase === null),
    )
  })

  it('are locked by nobody while something is left to do, which is named', async () => {
    const { id, first, second, ...study } = await aHeldStudy(server, said.slice(0, 2))
    await first.post(`${codingDoor(id)}/begin`)
    await aHeldGroup(server, { id, ...study }, first, said[2] ?? [])

    const reply = await first.post(`${codingDoor(id)}/lock`)

    const problems = Object(reply.body).problems as { where: string }[]
    expect(codeOf(reply)).toBe('coding-not-ready')
    expect(problems.map(({ where }) => where)).toEqual([
      'not-compared',
      'uncoded',
      'too-few-groups',
      'waiting',
    ])
    expect(await releasedTo(study.organiser, id)).toEqual({ state: 'not-locked' })
    expect((await second.post(`${codingDoor(id)}/lock`)).status).toBe(403)
  })

  it('wait for what two coders still disagree on', async () => {
    const { id, first } = await aComparedStudy(server, (text) =>
      text.includes('Nights') ? ['hazard.hours'] : usualCodes(text),
    )

    const reply = await first.post(`${codingDoor(id)}/lock`)

    expect(reply.body).toMatchObject({
      code: 'coding-not-ready',
      problems: [{ where: 'disputed' }],
    })
  })

  it('stay as they were locked, whoever tries', async () => {
    const study = await aComparedStudy(server)
    const { id, first, second, organiser } = study
    const { segments } = await codingOf(first, id)
    await first.post(`${codingDoor(id)}/lock`)
    const locked = await releasedTo(organiser, id)

    const replies = [
      await give(first, id, segments[0]?.id ?? '', ['hazard.hours']),
      await first.post(`${codingDoor(id)}/begin`),
      await first.post(`${codingDoor(id)}/lock`),
      await planSession(study),
      await second.post(`${codingDoor(id)}/finish`),
      await first.post(`${codingDoor(id)}/codes`, {
        name: 'Late',
        definition: 'Too late.',
        harmless: false,
      }),
      await first.put(`${codingDoor(id)}/checks/hazard.hours`, {
        outcome: 'confirmed',
        note: '',
        harmless: false,
      }),
    ]

    expect(new Set(replies.map(codeOf))).toEqual(new Set(['coding-locked']))
    expect(await releasedTo(organiser, id)).toEqual(locked)
  })

  it('of two who lock at once are locked once', async () => {
    const { id, first, second } = await aComparedStudy(server)

    const replies = await Promise.all(
      [first, second].map((person) => person.post(`${codingDoor(id)}/lock`)),
    )

    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })

  it('take in a group held later, with a sample of its own', async () => {
    const { id, first, second, ...study } = await aComparedStudy(server)
    const more = said[0]?.map(({ text, ...one }) => ({ ...one, text: `${text} Again.` }))
    await aHeldGroup(server, { id, ...study }, first, more ?? [])

    await first.post(`${codingDoor(id)}/begin`)

    const mine = await codingOf(second, id)
    const fresh = mine.segments.filter(({ codes }) => codes === null)
    expect(mine).toMatchObject({ state: 'coding', groups: 4 })
    expect(fresh.every(({ text }) => text.includes('Again'))).toBe(true)
    expect(fresh).toHaveLength(4)
    expect((await agreementOf(second, id)).segments).toBe(mine.segments.length - 4)
  })
})
