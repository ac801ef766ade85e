import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { componentsIn } from '#server/programs/decide.ts'
import { type TestServer, testServer } from '../test-server.ts'
import { aProgram, type ProgramDesk } from './a-program.ts'

let server: TestServer
let desk: ProgramDesk

// One release serves all: what each test decides is about components it chooses itself.
beforeEach(async () => {
  server ??= await testServer()
  desk ??= await aProgram(server)
})
afterAll(() => server?.[Symbol.asyncDispose]())

const tierOf = async (component: string) =>
  (await desk.program()).recommendations.find((one) => one.component === component)?.tier
const isIn = async (component: string) =>
  componentsIn(await desk.program()).some((one) => one.component === component)

describe('a decision about a component', () => {
  it('can be to adopt it in another form, which is written down', async () => {
    const component = await desk.oneOf('recommend', 'consider')

    const { status, body } = await desk.decide(component, {
      verdict: 'change',
      change: 'Six talks instead of eight.',
    })

    expect(status).toBe(200)
    expect(body).toMatchObject({
      decisions: expect.arrayContaining([
        expect.objectContaining({
          component,
          adopted: true,
          choice: {
            verdict: 'change',
            change: 'Six talks instead of eight.',
            reason: '',
          },
        }),
      ]),
    })
    const without = await desk.decide(component, { verdict: 'change', change: ' ' })
    expect(without.status).toBe(400)
  })

  it('can be that it is in place already, even where nothing asks for it', async () => {
    const component = await desk.oneOf('not-now')

    const { status } = await desk.decide(component, {
      verdict: 'in-place',
      since: '2023-05',
      quality: 'partly',
    })

    expect(status).toBe(200)
    expect(await isIn(component)).toBe(true)
  })

  it('takes a reason where it goes against the recommendation, and keeps which that was', async () => {
    const core = await desk.oneOf('core')

    const without = await desk.decide(core, { verdict: 'reject' })
    const withOne = await desk.decide(core, { verdict: 'reject', reason: 'Too early.' })

    expect(without.body).toMatchObject({ code: 'reason-needed' })
    expect(withOne.body).toMatchObject({
      decisions: expect.arrayContaining([
        expect.objectContaining({ component: core, tier: 'core', reason: 'Too early.' }),
      ]),
    })
    expect(await isIn(core)).toBe(false)
    await desk.decide(core, { verdict: 'adopt' })
  })

  it('stays in the log when another one follows', async () => {
    const component = await desk.oneOf('recommend', 'consider')
    await desk.decide(component, { verdict: 'reject', reason: 'first' })
    await desk.decide(component, { verdict: 'adopt', reason: 'second' })

    const { body } = await desk.employeeSide.get(`/api/office/programs/${desk.id}/log`)

    const { entries } = body as { entries: { number: number; choice?: object }[] }
    const reasons = entries.flatMap(({ choice }) => choice ?? [])
    expect(reasons).toEqual(
      expect.arrayContaining([
        { verdict: 'reject', reason: 'first' },
        { verdict: 'adopt', reason: 'second' },
      ]),
    )
    expect(entries.map(({ number }) => number)).toEqual(entries.map((_, at) => at + 1))
  })

  it('does not overwrite what somebody else decided since', async () => {
    const component = await desk.oneOf('consider', 'recommend')
    const { last } = await desk.program()
    await desk.decide(component, { verdict: 'adopt' }, last)

    const late = await desk.decide(component, { verdict: 'reject' }, last)
    const other = await desk.decide(
      await desk.oneOf('not-now'),
      { verdict: 'reject' },
      last,
    )

    expect(late.body).toMatchObject({ code: 'program-changed-meanwhile' })
    expect(other.status).toBe(200)
  })

  it('lets one of many who decide at once through, and loses no entry', async () => {
    const component = await desk.oneOf('consider', 'recommend')
    const { last } = await desk.program()

    const replies = await Promise.all([
      ...Array.from({ length: 6 }, (_, at) =>
        desk.decide(component, { verdict: 'adopt', reason: `try ${at}` }, last),
      ),
      ...Array.from({ length: 6 }, (_, at) =>
        desk.post(desk.employeeSide, 'remarks', { component, text: `remark ${at}` }),
      ),
    ])

    const statuses = replies.map(({ status }) => status)
    expect(statuses.slice(0, 6).toSorted()).toEqual([200, 409, 409, 409, 409, 409])
    expect(statuses.slice(6)).toEqual([200, 200, 200, 200, 200, 200])
    expect((await desk.program()).last).toBe(last + 7)
  })
})

describe('an adoption', () => {
  it('is of what was seen', async () => {
    const component = await desk.oneOf('consider', 'recommend')
    const { last } = await desk.program()
    await desk.decide(component, { verdict: 'reject', reason: 'not yet' })

    const late = await desk.adopt(last)

    expect(late.body).toMatchObject({ code: 'program-changed-meanwhile' })
  })

  it('is one, of many at once', async () => {
    const { last } = await desk.program()

    const replies = await Promise.all(Array.from({ length: 5 }, () => desk.adopt(last)))

    const statuses = replies.map(({ status }) => status)
    expect(statuses.toSorted()).toEqual([200, 409, 409, 409, 409])
    const { adopted } = await desk.program()
    expect(adopted).toMatchObject({ by: 'Ingrid Example' })
  })

  it('outlives what is only said beside it, and no change of what it holds', async () => {
    const component = await desk.oneOf('consider', 'recommend')
    const isAdopted = async () => (await desk.program()).adopted !== null
    await desk.decide(component, { verdict: 'adopt' })
    await desk.adopt()

    await desk.post(desk.employeeSide, 'remarks', { component: null, text: 'Good.' })
    await desk.post(desk.organiser, 'budget', { budget: 30 })
    await desk.post(desk.organiser, 'owners', {
      component,
      owner: 'Head of HR',
      starts: '2027-01-01',
      reviewed: '2027-07-01',
    })
    await desk.answer(desk.organiser, component, 'legal', 'yes')
    const beside = await isAdopted()
    await desk.answer(desk.organiser, component, 'legal', 'no', 'Not in this country.')
    const afterNo = await isAdopted()
    await desk.adopt()
    await desk.answer(desk.organiser, component, 'legal', 'yes', 'It is, after all.')

    expect([beside, afterNo, await isAdopted()]).toEqual([true, false, false])
  })
})

describe('the gate', () => {
  it('keeps out what a reviewer says no to, until the answer or the tier is another', async () => {
    const component = await desk.oneOf('recommend', 'consider')
    const before = await tierOf(component)
    await desk.decide(component, { verdict: 'adopt' })

    await desk.answer(desk.organiser, component, 'economic', 'no', 'No money.')
    const blocked = [await tierOf(component), await isIn(component)]
    const refused = await desk.decide(component, { verdict: 'adopt', reason: 'still' })
    await desk.post(desk.organiser, 'tiers', {
      component,
      tier: 'recommend',
      reason: 'The board pays.',
    })
    const set = [await tierOf(component), await isIn(component)]
    await desk.post(desk.organiser, 'tiers', {
      component,
      tier: null,
      reason: 'Not now.',
    })
    await desk.answer(desk.organiser, component, 'economic', 'yes')

    expect(blocked).toEqual(['do-not-offer', false])
    expect(refused.body).toMatchObject({ code: 'gate-says-no' })
    expect(set).toEqual(['recommend', true])
    expect([await tierOf(component), await isIn(component)]).toEqual([before, true])
  })

  it('does not drop a part of the core: it is printed as a duty that is not met', async () => {
    await desk.answer(
      desk.organiser,
      'crisis_line',
      'resourced',
      'no',
      'Nobody at night.',
    )

    const { body } = await desk.organiser.get(
      `/api/office/programs/${desk.id}/portfolio?budget=60`,
    )

    expect(await tierOf('crisis_line')).toBe('core')
    expect(await isIn('crisis_line')).toBe(true)
    expect(body).toMatchObject({
      unmetDuties: [{ component: 'crisis_line', because: 'reviewer' }],
    })
    await desk.answer(desk.organiser, 'crisis_line', 'resourced', 'yes')
  })

  it('takes a reason for a no', async () => {
    const component = await desk.oneOf('consider', 'recommend')

    const { body } = await desk.answer(desk.organiser, component, 'proper', 'no')

    expect(body).toMatchObject({ code: 'reason-needed' })
  })

  it('asks the employee side what employees accept, and nobody overrules the answer there', async () => {
    const component = await desk.oneOf('consider', 'recommend')

    const legal = await desk.answer(desk.employeeSide, component, 'legal', 'yes')
    const theirs = await desk.answer(
      desk.employeeSide,
      component,
      'acceptable',
      'no',
      'Not with this provider.',
    )
    const over = await desk.answer(desk.organiser, component, 'acceptable', 'yes')

    expect(legal.body).toMatchObject({ code: 'organisers-only' })
    expect(theirs.status).toBe(200)
    expect(over.body).toMatchObject({ code: 'employee-side-answered' })
    await desk.answer(desk.employeeSide, component, 'acceptable', 'yes')
  })
})

describe('what is said beside a program', () => {
  it('is an expert’s review with its day, which does not lie ahead', async () => {
    const review = {
      component: null,
      expert: 'Dr. Ek',
      field: 'occupational health',
      text: 'Sound. Begin with the roster.',
    }

    const ahead = await desk.post(desk.employeeSide, 'reviews', {
      ...review,
      day: '2026-12-24',
    })
    const today = await desk.post(desk.employeeSide, 'reviews', {
      ...review,
      day: '2026-11-20',
    })

    expect(ahead.body).toMatchObject({ code: 'day-in-the-future' })
    expect(today.body).toMatchObject({
      reviews: [{ expert: 'Dr. Ek', day: '2026-11-20', role: 'employee-side' }],
    })
  })

  it('is a review date that does not come before the start', async () => {
    const { body } = await desk.post(desk.organiser, 'owners', {
      component: 'orientation',
      owner: 'HR',
      starts: '2027-02-01',
      reviewed: '2027-01-01',
    })

    expect(body).toMatchObject({ code: 'review-before-start' })
  })
})

describe('the log', () => {
  it.each(['en', 'ro'])('is a table for elsewhere, in %s', async (locale) => {
    const component = await desk.oneOf('not-now')
    await desk.decide(component, {
      verdict: 'adopt',
      reason: '=HYPERLINK("https://elsewhere.example"), they said',
    })

    const { status, body, headers } = await desk.employeeSide.get(
      `/api/office/programs/${desk.id}/log/${locale}`,
    )

    const csv = new TextDecoder().decode(body as Uint8Array)
    expect(status).toBe(200)
    expect(headers.get('content-disposition')).toContain(`decisions-${locale}.csv`)
    expect(csv).toContain('2026-11-21,Ingrid Example')
    expect(csv).toContain(`"'=HYPERLINK(""https://elsewhere.example""), they said"`)
    expect(csv.trim().split('\r\n').length).toBe((await desk.program()).last + 1)
  })
})

describe('an explanation', () => {
  it('has thirteen parts in each language, and the decision as it stands', async () => {
    const component = await desk.oneOf('recommend', 'consider')
    const path = `/api/office/programs/${desk.id}/explanations`
    await desk.decide(component, { verdict: 'change', change: 'Only by video.' })

    const english = await desk.employeeSide.get(`${path}/en/${component}`)
    const romanian = await desk.employeeSide.get(`${path}/ro/${component}`)
    const short = await desk.organiser.get(`${path}/en`)

    interface Told {
      parts: { part: string; sentences: string[] }[]
    }
    const parts = (english.body as Told).parts
    expect(parts).toHaveLength(13)
    expect(parts.every(({ sentences }) => sentences.length > 0)).toBe(true)
    expect(parts.find(({ part }) => part === 'decision')?.sentences.join(' ')).toContain(
      'What is different: Only by video.',
    )
    expect((romanian.body as Told).parts[0]?.sentences).not.toEqual(parts[0]?.sentences)
    expect((short.body as { headlines: unknown[] }).headlines).toHaveLength(35)
  })
})
