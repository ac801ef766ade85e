import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ReachPage } from '#server/briefings/contract.ts'
import type { Reply, TestServer } from '../test-server.ts'
import type { ASchedule } from './a-schedule.ts'

const attended = (count: number, more: object = {}) => ({
  attended: count,
  quiz: null,
  feedback: null,
  ...more,
})

/** What is entered after sessions, and what is told of it. Needs a schedule, and leaves totals. */
export function countingPeople(
  on: () => { readonly server: TestServer; readonly schedule: ASchedule },
): void {
  let sessions: readonly string[] = []

  beforeEach(async () => {
    const { server, schedule } = on()
    await schedule.plan({ day: '2027-01-11', shift: 'day', seats: 40 })
    await schedule.plan({ day: '2027-01-12', shift: 'night' })
    await schedule.plan({ day: '2027-01-13', kind: 'individual', minutes: 20 })
    const { briefings } = await schedule.look()
    sessions = ['2027-01-11', '2027-01-12', '2027-01-13'].map(
      (day) => briefings.findLast((one) => one.day === day)?.id ?? '',
    )
    server.clock.set('2027-01-20T12:00:00Z')
  })
  afterEach(() => on().server.clock.set('2026-11-21T12:00:00Z'))

  const at = (index: number) => `${on().schedule.door}/sessions/${sessions[index]}/totals`
  const codeOf = ({ body }: Reply): unknown => Object(body)['code']
  const reach = async () => {
    const { organiser, door } = on().schedule
    return (await organiser.get(`${door}/reach`)).body as ReachPage
  }

  it('take totals by a facilitator, show no session’s number, and those of many in tens', async () => {
    const facilitator = await on().server.example('facilitator')

    const kept = await facilitator.put(at(0), attended(27))
    await facilitator.put(at(1), attended(4))
    const { schedule } = on()
    const { byShift, reached, people } = await reach()

    expect(kept.status).toBe(200)
    const seen = JSON.stringify(await schedule.look(facilitator))
    expect(seen).not.toMatch(/attended|answered|right/)
    expect(people).toBe(60)
    expect(reached).toEqual({ kind: 'shown', atLeast: 30 })
    expect(byShift).toEqual([
      { shift: 'day', reached: { kind: 'shown', atLeast: 20 } },
      { shift: 'night', reached: { kind: 'hidden' } },
    ])
  })

  it('refuse names, lists and numbers that cannot be', async () => {
    const { organiser } = on().schedule
    const wrong = [
      { ...attended(3), names: ['Ada', 'Ola'] },
      attended(3, { feedback: 'Ada was late' }),
      attended(3, { quiz: { answered: 4, right: [1, 1, 1, 1, 1, 1] } }),
      attended(3, { quiz: { answered: 3, right: [1] } }),
    ]

    const codes: unknown[] = []
    for (const totals of wrong) codes.push(codeOf(await organiser.put(at(0), totals)))

    expect(codes).toEqual([
      'malformed-request',
      'malformed-request',
      'totals-impossible',
      'totals-impossible',
    ])
  })

  it('are counted after they were held, and of talks only all together', async () => {
    const { organiser, door } = on().schedule

    const talk = await organiser.put(at(2), attended(1))
    const talks = await organiser.put(`${door}/talks/en`, { held: 11 })
    on().server.clock.set('2027-01-11T08:00:00Z')
    const early = await organiser.put(at(0), attended(12))

    expect(codeOf(talk)).toBe('talks-counted-together')
    expect(talks.body).toMatchObject({ talksCounted: ['en'] })
    expect(codeOf(early)).toBe('briefing-not-over')
  })

  it('keep of units no number that could not be shown', async () => {
    const { organiser, door } = on().schedule
    const { units } = await reach()
    const [hall, office] = units
    const enter = (counts: Readonly<Record<string, number>>) =>
      organiser.put(`${door}/reach`, { units: counts })

    const few = await enter({ [hall?.unit ?? '']: 9 })
    const almostAll = await enter({ [office?.unit ?? '']: (office?.headcount ?? 0) - 9 })
    const unknown = await enter({ elsewhere: 20 })
    const enough = await enter({ [hall?.unit ?? '']: 14, [office?.unit ?? '']: 12 })

    for (const refused of [few, almostAll, unknown]) {
      expect(codeOf(refused)).toBe('units-would-tell')
    }
    expect((enough.body as ReachPage).units.map(({ reached }) => reached)).toEqual([
      { kind: 'shown', atLeast: 10 },
      { kind: 'shown', atLeast: 10 },
    ])
  })

  it('come to a table that says what the page says', async () => {
    const { organiser, door } = on().schedule

    const { body } = await organiser.get(`${door}/reach/csv/ro`)

    const text = new TextDecoder().decode(body as Uint8Array)
    expect(text).toContain('Persoane la care s-a ajuns,Toți (60)')
    expect(text).toContain('nu se arată')
  })
}
