import { expect, it } from 'vitest'
import { exampleGroups } from '#server/example/testimony.ts'
import { letInLatecomers } from '#server/results/let-sources-in.ts'
import { anOpenSurvey, answersAll, cast, release } from '../journey.ts'
import { testServer } from '../test-server.ts'
import { aComparedStudy, codingDoor, usualCodes } from './a-coded-study.ts'

interface Need {
  readonly construct: string
  readonly sources: { readonly focusGroups: { readonly score: number } | null }
}

it('needs hear the coded groups alone once they are locked, whatever forms say beside them', async () => {
  await using server = await testServer()
  const survey = await anOpenSurvey(server)
  const { id, organiser } = survey
  for (const code of survey.codes.slice(0, 40)) {
    await cast(server, survey, code, answersAll('sometimes'))
  }
  for (const answers of exampleGroups) {
    await organiser.post(`/api/office/focus-groups/${id}`, { month: '2026-12', answers })
  }
  const { first } = await aComparedStudy(server, usualCodes, survey)
  const results = async () => {
    const { body } = await organiser.get(`/api/office/results/${id}`)
    const { needs } = (body as { needs: { needs: readonly Need[] } }).needs
    const of = (construct: string) =>
      needs.find((need) => need.construct === construct)?.sources.focusGroups ?? null
    return { body, of }
  }
  await release(server, survey)
  const before = await results()

  await first.post(`${codingDoor(id)}/lock`)
  await organiser.post(`/api/office/focus-groups/${id}`, {
    month: '2026-12',
    answers: { ...exampleGroups[0], 'theme.work.demands': 'not-raised' },
  })
  await letInLatecomers(server.running.services)

  const after = await results()
  expect(before.body).toMatchObject({ sources: { focusGroups: 4 } })
  expect(after.body).toMatchObject({ sources: { focusGroups: 3 } })
  // Three groups raise the rota clearly: 100 · (2 + 2 + 2) / 3 / 3.
  expect(after.of('work.demands')?.score).toBeCloseTo(66.7, 0)
  // Four forms: strongly, clearly, mildly, and one where it was no topic: 100 · 6 / 3 / 3.
  expect(before.of('work.demands')?.score).toBeCloseTo(66.7, 0)
  // Intensity three in three groups.
  expect(after.of('bio.sleep')?.score).toBe(100)
  expect(before.of('bio.sleep')).toBeNull()
  // Forms alone spoke of trust.
  expect(before.of('help.trust')).not.toBeNull()
  expect(after.of('help.trust')).toBeNull()
})
