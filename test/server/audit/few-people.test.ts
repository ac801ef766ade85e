import { describe, expect, it } from 'vitest'
import type { AuditPage } from '#server/audit/contract.ts'
import {
  anUninvitedSurvey,
  door,
  listOf,
  send,
  takeList,
} from '../invitations/an-inviting-survey.ts'
import { aFrozenSurvey, anOpenSurvey } from '../journey.ts'
import { testServer, type Visitor } from '../test-server.ts'

/** The chain as a colleague reads it; its head changes with every entry. */
async function chainOf(visitor: Visitor): Promise<AuditPage> {
  return (await visitor.get('/api/office/audit/trail')).body as AuditPage
}

/** What a step put on record, and what it answered. */
async function recordedBy(
  visitor: Visitor,
  step: () => Promise<{ readonly status: number }>,
): Promise<{ readonly status: number; readonly actions: readonly string[] }> {
  const before = await chainOf(visitor)
  const { status } = await step()
  const { entries, count } = await chainOf(visitor)
  const actions = entries.slice(0, count - before.count).map(({ action }) => action)
  return { status, actions }
}

const print = (organiser: Visitor, id: string, unit: string, person?: string) =>
  organiser.post(`${door(id)}/envelopes`, {
    units: [unit],
    language: 'en',
    again: true,
    ...(person !== undefined && { person }),
  })

describe('the record of what was done', () => {
  it('has a list and envelopes before the opening, and never one person’s', async () => {
    await using server = await testServer()
    const { id, organiser } = await aFrozenSurvey(server)

    const listed = await recordedBy(organiser, () =>
      takeList(organiser, id, listOf(3, 'Office,,Ion Pop,')),
    )
    const printed = await recordedBy(organiser, () => print(organiser, id, 'office'))
    const again = await recordedBy(organiser, () =>
      print(organiser, id, 'office', 'Ion Pop'),
    )

    expect(listed).toEqual({ status: 200, actions: ['list-taken'] })
    expect(printed).toEqual({ status: 200, actions: ['envelopes-printed'] })
    expect(again).toEqual({ status: 200, actions: [] })
  })

  it('has no list, and no envelope or letter for few, while people are asked', async () => {
    await using server = await testServer()
    const { id, organiser } = await anUninvitedSurvey(server)

    const listed = await recordedBy(organiser, () =>
      takeList(organiser, id, listOf(12, 'Office,,Ion Pop,')),
    )
    const one = await recordedBy(organiser, () =>
      print(organiser, id, 'office', 'Ion Pop'),
    )
    const few = await recordedBy(organiser, () => print(organiser, id, 'office'))
    const many = await recordedBy(organiser, () => print(organiser, id, 'works'))
    const letters = await recordedBy(organiser, () => send(organiser, id, 'invitation'))
    await takeList(organiser, id, listOf(13, 'Office,,Ion Pop,'))
    const late = await recordedBy(organiser, () => send(organiser, id, 'invitation'))

    expect(listed).toEqual({ status: 200, actions: [] })
    expect(one).toEqual({ status: 200, actions: [] })
    expect(few).toEqual({ status: 200, actions: [] })
    expect(many).toEqual({ status: 200, actions: ['envelopes-printed'] })
    expect(letters).toEqual({ status: 200, actions: ['letters-sent'] })
    expect(late).toEqual({ status: 200, actions: [] })
  })

  it('has nothing of a second ballot, from either side', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const { id, organiser } = survey
    const employeeSide = await server.example('employee-side')
    const [secret] = survey.codesOf('office')
    await server.visitor().post('/api/collect/again', { assessment: id, secret })
    const grant = (member: Visitor) => () =>
      member.post(`/api/office/registrar/${id}/wishes/office`, { wished: 1 })

    const first = await recordedBy(organiser, grant(organiser))
    const second = await recordedBy(organiser, grant(employeeSide))

    expect(first).toEqual({ status: 200, actions: [] })
    expect(second).toEqual({ status: 200, actions: [] })
  })
})
