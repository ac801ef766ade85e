import { describe, expect, it } from 'vitest'
import { countParticipation } from '#server/tally/count-participation.ts'
import { anOpenSurvey, cast } from './journey.ts'
import { testServer } from './test-server.ts'

const hidden = { kind: 'hidden' }

describe('participation while a survey is open', () => {
  it('shows nothing before the first count', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const { id, organiser, codes } = survey
    for (const code of codes.slice(0, 30)) await cast(server, survey, code, {})
    await countParticipation(server.running.services)

    const { body } = await organiser.get(`/api/office/tally/${id}/participation`)

    expect(body).toEqual({ countedOn: null, organization: hidden, units: {} })
  })

  it('is counted once a day, after three in the morning', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const { id, organiser, codes } = survey
    for (const code of codes.slice(0, 30)) await cast(server, survey, code, {})
    const countAt = async (time: string) => {
      server.clock.set(time)
      await countParticipation(server.running.services)
      return (await organiser.get(`/api/office/tally/${id}/participation`)).body
    }

    const atNight = await countAt('2026-11-22T02:59:00Z')
    const inTheMorning = await countAt('2026-11-22T03:01:00Z')
    for (const code of codes.slice(30, 60)) await cast(server, survey, code, {})
    const atNoon = await countAt('2026-11-22T12:00:00Z')
    const putBack = await countAt('2026-11-21T12:00:00Z')
    const nextDay = await countAt('2026-11-23T03:01:00Z')

    expect(putBack).toEqual(inTheMorning)
    expect(atNight).toMatchObject({ countedOn: null })
    expect(inTheMorning).toMatchObject({ countedOn: '2026-11-22' })
    expect(atNoon).toEqual(inTheMorning)
    expect(nextDay).toMatchObject({ countedOn: '2026-11-23' })
    expect(nextDay).not.toEqual({ ...(inTheMorning as object), countedOn: '2026-11-23' })
  })

  it('looks the same whether nobody, one or nine answered', async () => {
    const after = async (answers: number) => {
      await using server = await testServer()
      const survey = await anOpenSurvey(server)
      const { id, organiser, codes } = survey
      for (const code of codes.slice(0, answers)) await cast(server, survey, code, {})
      server.clock.set('2026-11-22T04:00:00Z')
      await countParticipation(server.running.services)
      return (await organiser.get(`/api/office/tally/${id}/participation`)).body
    }

    const nobody = await after(0)

    expect(await after(1)).toEqual(nobody)
    expect(await after(9)).toEqual(nobody)
    expect(nobody).toMatchObject({ organization: hidden })
  })
})
