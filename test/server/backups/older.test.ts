import { readFileSync, rmSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AssessmentId } from '#server/assessments/contract.ts'
import { collectAsEmployee, sealCast } from '#server/example/answer-as-employee.ts'
import { forgetInvitees } from '#server/invitations/forget-invitees.ts'
import { issueCodes } from '#server/registrar/issue-codes.ts'
import { writeAccessCode } from '#surveys/ballot/access-code.ts'
import { drawSeed } from '#surveys/ballot/seed.ts'
import {
  anUninvitedSurvey,
  listOf,
  send,
  takeList,
} from '../invitations/an-inviting-survey.ts'
import {
  aDraftToFreeze,
  anOpenSurvey,
  answersAll,
  cast,
  close,
  freeze,
  type OpenSurvey,
  opened,
  release,
  tryKeys,
} from '../journey.ts'
import { type TestServer, testServer } from '../test-server.ts'
import {
  backUp,
  copyKeys,
  onAnotherMachine,
  putBack,
  rowsOf,
  storesOf,
} from './a-backup.ts'

const collect = (
  server: TestServer,
  { manifest }: Pick<OpenSurvey, 'manifest'>,
  code = '',
  seed: Uint8Array = drawSeed(),
) =>
  collectAsEmployee(server.origin, manifest, code, seed).then(
    () => 'collected',
    (error: Error) => error.message,
  )

const stopped = 'the door answered 503'

describe('an office put back as it was while the survey was open', () => {
  it('lets nobody collect, even right after the backup, and everybody cast', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const { id, manifest, codes } = survey
    const backups = await backUp(server)
    const collected = await collectAsEmployee(server.origin, manifest, codes[0] ?? '')
    await server.restart(() => putBack(server, backups, ['office']))

    const again = await collect(server, survey, codes[0])
    const casting = await server.atBallotBox('PUT', '/ballot', {
      assessment: id,
      sealed: await sealCast(manifest, collected, answersAll('often')),
    })

    expect(again).toBe(stopped)
    expect(casting.status).toBe(204)
  })

  it('is known as put back with copies of the keys that are as old as itself', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const backups = await backUp(server)
    const keys = await copyKeys(server)
    await server.restart(() => onAnotherMachine(server, backups, keys))

    expect(await collect(server, survey, survey.codes[0])).toBe(stopped)
    expect(server.boxEvents).toContainEqual({
      event: 'box-restored',
      assessment: survey.id,
    })
  })

  it('has everybody sign in again, and no link that was used works once more', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const backups = await backUp(server)
    await server.restart(() => putBack(server, backups, ['office']))

    const { status } = await survey.organiser.get('/api/office/assessments')
    const tables = await rowsOf(backups.office)

    expect(status).toBe(401)
    expect(
      [...tables.keys()].filter((name) => /session$|door_key|verif/.test(name)),
    ).toEqual(['group_session'])
  })
})

describe('an office put back as it was before the survey was opened', () => {
  it('stops collecting when it is opened again, and goes on once both sides agree', async () => {
    await using server = await testServer()
    const { id, organiser, holders } = await aDraftToFreeze(server)
    await freeze(organiser, id)
    await tryKeys(server, holders)
    const backups = await backUp(server)
    await organiser.post(`/api/office/registrar/${id}/open`)
    await server.restart(() => putBack(server, backups, ['office']))
    const again = await server.example()
    const employeeSide = await server.example('employee-side')
    const path = `/api/office/registrar/${id}`

    const { status } = await again.post(`${path}/open`)
    const asked = await again.get(`${path}/stopped`)
    await again.post(`${path}/resume`)
    await employeeSide.post(`${path}/resume`)
    const agreed = await again.get(`${path}/stopped`)

    expect(status).toBe(200)
    expect(asked.body).toEqual({ stopped: true })
    expect(agreed.body).toEqual({ stopped: false })
  })

  it('opens as ever where it had not been opened', async () => {
    await using server = await testServer()
    const ready = await aDraftToFreeze(server)
    await freeze(ready.organiser, ready.id)
    await tryKeys(server, ready.holders)
    const backups = await backUp(server)
    await server.restart(() => putBack(server, backups))
    const organiser = await server.example()

    await organiser.post(`/api/office/registrar/${ready.id}/open`)

    const { body } = await organiser.get(`/api/office/registrar/${ready.id}/stopped`)
    expect(body).toEqual({ stopped: false })
  })
})

describe('an office put back as it was before the closing', () => {
  it('opens nothing again: nobody collects, nothing is cast, and both sides can close', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const collected = await collectAsEmployee(
      server.origin,
      survey.manifest,
      survey.codes[30] ?? '',
    )
    for (const code of survey.codes.slice(0, 12)) {
      await cast(server, survey, code, answersAll('often'))
    }
    const backups = await backUp(server)
    await close(server, survey)
    await server.restart(() => putBack(server, backups, ['office']))
    const organiser = await server.example()

    const collecting = await collect(server, survey, survey.codes[20])
    const casting = await server.atBallotBox('PUT', '/ballot', {
      assessment: survey.id,
      sealed: await sealCast(survey.manifest, collected, answersAll('often')),
    })
    await release(server, { ...survey, organiser })

    const { body } = await organiser.get(`/api/office/assessments/${survey.id}`)
    expect(collecting).toBe(stopped)
    expect(casting.status).toBe(410)
    expect(body).toMatchObject({ state: 'shredded' })
  })
})

describe('a ballot box put back as it was before the survey was opened', () => {
  it('is opened again by the office, and takes ballots', async () => {
    await using server = await testServer()
    const ready = await aDraftToFreeze(server)
    const backups = await backUp(server)
    const survey = await opened(server, ready)
    await server.restart(() => putBack(server, backups, ['box']))

    const { status } = await cast(server, survey, survey.codes[0], answersAll('often'))

    expect(status).toBe(204)
  })
})

describe('a ballot box put back as it was before the closing', () => {
  it('is closed again by the office, and is counted', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    for (const code of survey.codes.slice(0, 12)) {
      await cast(server, survey, code, answersAll('often'))
    }
    const backups = await backUp(server)
    const keys = await copyKeys(server)
    await close(server, survey)
    await server.restart(async () => {
      await putBack(server, backups, ['box'])
      // The key that ballots are sealed to on the way comes back as well.
      await cp(join(keys, 'ballot-box'), join(server.folder, 'ballot-box'), {
        recursive: true,
      })
    })

    const { body } = await server.atBallotBox('GET', `/state/${survey.id}`)

    expect(body).toEqual({ state: 'closed' })
    expect(
      [...(await server.running.services.box.count(survey.id)).values()].reduce(
        (sum, count) => sum + count,
      ),
    ).toBe(12)
  })
})

/** An open survey with three people on its list, and codes for twelve others. */
async function withInvited(server: TestServer) {
  const survey = await anUninvitedSurvey(server)
  await takeList(survey.organiser, survey.id, listOf(3))
  await send(survey.organiser, survey.id, 'invitation')
  const places = Array.from({ length: 12 }, (_, place) => ({ unit: 'works', place }))
  const { db } = server.running.services
  const issued = await issueCodes(db, AssessmentId.parse(survey.id), places)
  return { ...survey, codes: issued.map(({ secret }) => writeAccessCode(secret)) }
}

describe('backups from before the end of a survey', () => {
  it('bring back neither ballots, who collected, nor names once all is shredded', async () => {
    await using server = await testServer()
    const survey = await withInvited(server)
    for (const code of survey.codes) {
      await cast(server, survey, code, answersAll('often'))
    }
    const backups = await backUp(server)
    await release(server, survey)
    await forgetInvitees(server.running.services) // the clock does this once a minute
    const { office, box } = storesOf(server)

    const inOffice = await office.inspect(backups.office)
    const inBox = await box.inspect(backups.box)

    const text = readFileSync(backups.office, 'utf8')
    const ofSurvey = inOffice.surveys.find(({ id }) => id === survey.id)
    expect(text).not.toContain('person1@example.org')
    expect(text).not.toContain('Person 1')
    expect(ofSurvey?.state).toBe('open')
    expect(ofSurvey?.keyless.toSorted()).toEqual([
      'names and addresses',
      'what signs ballots',
      'who collected a ballot',
      'who wishes to collect again',
    ])
    expect(inBox.surveys.find(({ id }) => id === survey.id)).toMatchObject({
      state: 'open',
      keyless: ['its ballots'],
    })
    await server.restart(() => putBack(server, backups))
    const { db } = server.running.services
    expect(await db.selectFrom('invitee').selectAll().execute()).toEqual([])
    expect(await db.selectFrom('participation_blob').selectAll().execute()).toEqual([])
    const { ballots } = server.running
    expect(await ballots.selectFrom('slot_bucket').selectAll().execute()).toEqual([])
    expect(await ballots.selectFrom('box').select('state').execute()).toEqual([
      { state: 'shredded' },
    ])
  })

  it('bring names back while the survey goes on', async () => {
    await using server = await testServer()
    await withInvited(server)
    const people = server.running.services.db
      .selectFrom('invitee')
      .selectAll()
      .orderBy('id')
    const before = await people.execute()
    const backups = await backUp(server)
    await server.restart(() => putBack(server, backups, ['office']))

    const { db } = server.running.services
    const after = await db.selectFrom('invitee').selectAll().orderBy('id').execute()

    expect(after).toEqual(before)
    expect(after).toHaveLength(3)
  })
})

describe('a backup with a survey that goes on and has no key file', () => {
  it('is not made, unless what it sealed is left out', async () => {
    await using server = await testServer()
    const { id } = await anOpenSurvey(server)
    rmSync(join(server.folder, 'ballot-box', 'keys', `${id}.key`))
    rmSync(join(server.folder, 'keys', 'registrar'), { recursive: true })
    const { office, box } = storesOf(server)
    const path = join(server.folder, 'a-backup')

    await expect(office.backUp(path, false)).rejects.toThrow(/no key file/)
    await expect(box.backUp(path, false)).rejects.toThrow(/no key file/)
    await office.backUp(path, true)
    await box.backUp(`${path}-of-the-box`, true)

    expect((await rowsOf(path)).get('participation_blob')).toEqual([])
    expect((await rowsOf(`${path}-of-the-box`)).get('slot_bucket')).toEqual([])
  })
})
