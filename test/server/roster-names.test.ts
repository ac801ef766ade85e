import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { RoomKit } from '#server/group-notes/contract.ts'
import { forgetListedNames } from '#server/interviews/forget-names.ts'
import { openNameFilter } from '#surveys/personal-details/name-filter.ts'
import { aHeldGroup } from './groups/a-coded-study.ts'
import { anInvitedSession, aReadyFacilitator, aStudy } from './groups/a-study.ts'
import { aCast, codeOf, newSecret } from './interviewing.ts'
import { aFrozenSurvey, plan } from './journey.ts'
import { type TestServer, testServer } from './test-server.ts'

const listOf = (...names: readonly string[]): string =>
  [
    'unit,email,name',
    ...names.map((name, at) => `Office,p${at}@people.example,${name}`),
  ].join('\n')

/** A study whose organiser brought this list of people. */
async function aStudyOf(server: TestServer, csv: string) {
  server.clock.set('2026-11-21T12:00:00Z')
  const survey = await aFrozenSurvey(server, plan)
  const study = await aStudy(server, undefined, survey)
  const { status, body } = await survey.organiser.put(
    `/api/office/invitations/${survey.id}/list`,
    { csv },
  )
  expect(status, JSON.stringify(body)).toBe(200)
  return { survey, study, facilitator: await aReadyFacilitator(server) }
}

const kept = ({ running }: TestServer): readonly string[] => {
  const folder = join(running.services.config.dataFolder, 'keys', 'roster-names')
  return existsSync(folder) ? readdirSync(folder) : []
}

describe('the names on the list', () => {
  it('are recognized in the room, also in small letters, and refused at the door', async () => {
    await using server = await testServer()
    const { study, facilitator } = await aStudyOf(server, listOf('Quillon Vreeswijk'))
    const { id } = await anInvitedSession(study)
    const door = `/api/office/group-notes/${study.id}/${id}/room`

    const { names } = RoomKit.parse((await facilitator.get(door)).body)
    const noted = aHeldGroup(server, study, facilitator, [
      { text: 'Everything waits for Vreeswijk.' },
    ])

    const filter = names && openNameFilter(bytes(names.filter), bytes(names.key))
    expect(filter?.isName('vreeswijks')).toBe(true)
    expect(filter?.isName('Thornbury')).toBe(false)
    expect(JSON.stringify(names)).not.toContain('Vreeswijk')
    await expect(noted).rejects.toThrow('got 409')
  })

  it('keep no note back that names nobody on it', async () => {
    await using server = await testServer()
    const { study, facilitator } = await aStudyOf(server, listOf('Quillon Vreeswijk'))

    await aHeldGroup(server, study, facilitator, [
      { text: 'Everything waits for Brandsma.' },
    ])
  })

  it('are no names where the list has none', async () => {
    await using server = await testServer()

    const { study } = await aStudyOf(server, 'unit,email\nOffice,a@people.example')

    expect(study.id).toBeDefined()
    expect(kept(server)).toEqual([])
  })

  it('follow the list: who is no longer on it is nobody', async () => {
    await using server = await testServer()
    const { survey, study, facilitator } = await aStudyOf(
      server,
      listOf('Quillon Vreeswijk'),
    )
    await survey.organiser.put(`/api/office/invitations/${survey.id}/list`, {
      csv: listOf('Ottoline Brandsma'),
    })
    const { id } = await anInvitedSession(study)

    const { body } = await facilitator.get(
      `/api/office/group-notes/${study.id}/${id}/room`,
    )

    const { names } = RoomKit.parse(body)
    const filter = names && openNameFilter(bytes(names.filter), bytes(names.key))
    expect(filter?.isName('Vreeswijk')).toBe(false)
    expect(filter?.isName('Brandsma')).toBe(true)
  })

  it('are refused in what a manager prepares, whose page has no list', async () => {
    await using server = await testServer()
    const { survey } = await aStudyOf(server, listOf('Quillon Vreeswijk'))
    const cast = await aCast(server, survey)
    const { secret } = await cast.invited()

    const refused = await cast.handIn(secret, newSecret(), {
      texts: { wish: 'Less for Vreeswijk.' },
    })
    const taken = await cast.handIn(secret, newSecret(), {
      texts: { wish: 'Less for one of us.' },
    })

    expect(codeOf(refused)).toBe('400 points-to-a-person')
    expect(JSON.stringify(refused.body)).not.toContain('Vreeswijk')
    expect(taken.status).toBe(200)
  })

  it('are forgotten when the survey is given up', async () => {
    await using server = await testServer()
    const { survey } = await aStudyOf(server, listOf('Quillon Vreeswijk'))
    const before = kept(server)
    const employees = await server.example('employee-side')
    for (const side of [survey.organiser, employees]) {
      await side.post(`/api/office/results/${survey.id}/abort`)
    }

    await forgetListedNames(server.running.services)

    expect(before).toEqual([`${survey.id}.names`])
    expect(kept(server)).toEqual([])
  })
})

const bytes = (base64: string): Uint8Array => Buffer.from(base64, 'base64')
