import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anOpenSurvey, answersAll, cast, release } from '../journey.ts'
import { type TestServer, testServer, type Visitor } from '../test-server.ts'

interface Program {
  readonly recommendations: readonly {
    readonly component: string
    readonly tier: string
  }[]
  readonly decisions: readonly { readonly component: string; readonly adopted: boolean }[]
  readonly adopted: object | null
}

describe('a program', () => {
  let server: TestServer
  let organiser: Visitor
  let id: string

  beforeAll(async () => {
    server = await testServer()
    const survey = await anOpenSurvey(server)
    ;({ id, organiser } = survey)
    for (const code of survey.codes.slice(0, 50)) {
      await cast(server, survey, code, {
        ...answersAll('sometimes'),
        'pace-too-high': 'often',
      })
    }
    await release(server, survey)
  })
  afterAll(() => server[Symbol.asyncDispose]())

  const program = async () =>
    (await organiser.get(`/api/office/programs/${id}`)).body as Program
  const aComponent = async (...tiers: readonly string[]) => {
    const { recommendations } = await program()
    return recommendations.find(({ tier }) => tiers.includes(tier))?.component ?? ''
  }
  const decide = (component: string, adopted: boolean, reason = '') =>
    organiser.post(`/api/office/programs/${id}/decisions`, {
      component,
      choice: { verdict: adopted ? 'adopt' : 'reject', reason },
    })

  it('has a recommendation for each of the thirty-five components', async () => {
    const { recommendations, decisions, adopted } = await program()

    expect(recommendations).toHaveLength(35)
    expect(decisions).toEqual([])
    expect(adopted).toBeNull()
  })

  it('plans what a budget pays: core and duties always, more with more money', async () => {
    const planFor = async (budget: number) => {
      const { body } = await organiser.get(
        `/api/office/programs/${id}/portfolio?budget=${budget}`,
      )
      return body as { chosen: { component: string }[]; cost: number; overBudget: number }
    }
    const nothing = await planFor(0)
    const some = await planFor(40)

    expect(nothing.overBudget).toBe(nothing.cost)
    expect(some.cost).toBeLessThanOrEqual(40)
    const [few, more] = [nothing, some].map(({ chosen }) =>
      chosen.map(({ component }) => component),
    )
    expect(few).toContain('crisis_line')
    expect(more).toEqual(expect.arrayContaining(few ?? []))
    expect(more?.length).toBeGreaterThan(few?.length ?? 0)
  })

  it('refuses a budget that is none', async () => {
    for (const budget of ['-1', 'much', '']) {
      const refused = await organiser.get(
        `/api/office/programs/${id}/portfolio?budget=${budget}`,
      )

      expect([400, 422]).toContain(refused.status)
    }
  })

  it('takes what is recommended without a reason', async () => {
    const { status, body } = await decide(await aComponent('recommend', 'consider'), true)

    expect(status).toBe(200)
    expect((body as Program).decisions).toMatchObject([
      { adopted: true, reason: '', by: 'Ingrid Example', on: '2026-11-21' },
    ])
  })

  it('leaves a core part out only with a written reason', async () => {
    const core = await aComponent('core')

    const without = await decide(core, false)
    const withOne = await decide(core, false, 'Already in place with the union.')

    expect(without.status).toBe(409)
    expect(without.body).toMatchObject({ code: 'reason-needed' })
    expect(withOne.status).toBe(200)
    await decide(core, true)
  })

  it('is not for the employee side to decide', async () => {
    const employeeSide = await server.example('employee-side')

    const { status } = await employeeSide.post(`/api/office/programs/${id}/decisions`, {
      component: 'orientation',
      choice: { verdict: 'adopt' },
    })

    expect(status).toBe(403)
  })

  it('refuses a component that does not exist', async () => {
    const { status, body } = await decide('free_beer', true)

    expect(status).toBe(400)
    expect(body).toMatchObject({ problems: [{ where: 'component' }] })
  })

  it('is adopted once, and again after a change', async () => {
    const first = await organiser.post(`/api/office/programs/${id}/adoption`, {})
    const twice = await organiser.post(`/api/office/programs/${id}/adoption`, {})
    const changed = await decide(await aComponent('consider'), true)
    const again = await organiser.post(`/api/office/programs/${id}/adoption`, {})

    expect(first.body).toMatchObject({
      adopted: { by: 'Ingrid Example', on: '2026-11-21' },
    })
    expect(twice.body).toMatchObject({ code: 'program-already-adopted' })
    expect(changed.body).toMatchObject({ adopted: null })
    expect(again.status).toBe(200)
  })
})

describe('a program before the release', () => {
  it('does not exist', async () => {
    await using server = await testServer()
    const { id, organiser } = await anOpenSurvey(server)

    const { status, body } = await organiser.get(`/api/office/programs/${id}`)

    expect(status).toBe(409)
    expect(body).toMatchObject({ code: 'assessment-not-released' })
  })
})
