import { describe, expect, it } from 'vitest'
import { aFrozenSurvey } from '../journey.ts'
import { postgresServer } from '../postgres.ts'
import { testServer } from '../test-server.ts'
import { door, figuresSeen, fileOf, keep } from './figures.ts'

describe('figures with the office on PostgreSQL', () => {
  it('are kept, replaced and taken out as on SQLite', async () => {
    await using postgres = await postgresServer()
    await using server = await testServer(undefined, {
      GROUNDWORK_DATABASE: await postgres.newDatabase(),
    })
    const { id, organiser } = await aFrozenSurvey(server)
    await keep(
      organiser,
      id,
      fileOf('Office,Overtime,2025,4.7,,Pay', 'Works,Overtime,2025,2.1,,Pay'),
    )

    await keep(organiser, id, fileOf('Office,Overtime,2025,0.1,,Pay'))
    const [first, second] = await figuresSeen(organiser, id)
    await organiser.delete(`${door(id)}/figures/${second?.id}`)

    expect([first?.value, second?.value]).toEqual([0.1, 2.1])
    expect(await figuresSeen(organiser, id)).toEqual([first])
  })
})
