import { describe, expect, it } from 'vitest'
import { seededRandom } from '#analysis/statistics/random.ts'
import { exampleUnits } from '#server/example/organization.ts'
import { simulateAnswers } from '#server/example/simulate-answers.ts'
import { exampleGroups, exampleInterviews } from '#server/example/testimony.ts'
import { core } from '#surveys/catalogue.ts'
import { focusGroupForm } from '#surveys/focus-group-form.ts'
import { managerInterviewForm } from '#surveys/manager-interview-form.ts'
import { compileReader } from '#surveys/read-answers.ts'
import { testServer, type Visitor } from './test-server.ts'

async function finished(visitor: Visitor, job: string): Promise<object> {
  for (;;) {
    const { body } = await visitor.get(`/api/office/jobs/${job}`)
    if ((body as { state: string }).state !== 'running') return body as object
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

describe('the example organization', () => {
  it('has 420 people in 14 units', () => {
    expect(exampleUnits).toHaveLength(14)
    expect(exampleUnits.reduce((sum, { headcount }) => sum + headcount, 0)).toBe(420)
  })

  it('has employees who give valid answers', () => {
    const readCore = compileReader(core)
    const random = seededRandom('a test')

    for (const unit of exampleUnits) {
      for (let person = 0; person < 30; person += 1) {
        expect(readCore(simulateAnswers(random, unit))).toMatchObject({ ok: true })
      }
    }
  })

  it('has four groups and six interviews that fit their forms', () => {
    const readGroup = compileReader(focusGroupForm)
    const readInterview = compileReader(managerInterviewForm)

    expect(exampleGroups.map((answers) => readGroup(answers).ok)).toEqual(
      Array(4).fill(true),
    )
    expect(exampleInterviews.map(({ answers }) => readInterview(answers).ok)).toEqual(
      Array(6).fill(true),
    )
  })

  it('is filled through the door that employees use, and can be filled afresh', async () => {
    await using server = await testServer()
    const visitor = await server.example()
    const fill = async () => {
      const { body } = await visitor.post('/api/office/example/fill')
      return finished(visitor, (body as { id: string }).id)
    }

    expect(await fill()).toMatchObject({ state: 'finished' })
    expect(await fill()).toMatchObject({ state: 'finished' })

    const { body } = await visitor.get('/api/office/assessments')
    expect(body).toMatchObject([
      { state: 'open', example: true, approvedBy: 'Mihai Example' },
    ])
    const [assessment] = body as readonly { readonly id: string }[]
    const counts = await server.running.services.box.count(assessment?.id ?? '')
    const cast = [...counts.values()].reduce((sum, count) => sum + count, 0)
    expect(cast).toBeGreaterThan(230)
    expect(cast).toBeLessThan(300)
  })

  it('leaves a code in each counted unit, for a visitor to answer with', async () => {
    await using server = await testServer()
    const visitor = await server.example()
    const { body: job } = await visitor.post('/api/office/example/fill')
    await finished(visitor, (job as { id: string }).id)
    const { body: assessments } = await visitor.get('/api/office/assessments')
    const [assessment] = assessments as readonly {
      id: string
      counted: readonly object[]
    }[]

    const { body } = await visitor.get(`/api/office/example/${assessment?.id}/codes`)

    const codes = body as readonly { code: string; assessment: string }[]
    expect(codes).toHaveLength(assessment?.counted.length ?? -1)
    const ballot = await server.visitor().post('/api/collect/look', {
      assessment: codes[0]?.assessment,
      secret: codes[0]?.code,
    })
    expect(ballot.status).toBe(200)
  })

  it('tells nobody else about its jobs', async () => {
    await using server = await testServer()
    const visitor = await server.example()
    const { body } = await visitor.post('/api/office/example/fill')

    const { status } = await server
      .visitor()
      .get(`/api/office/jobs/${(body as { id: string }).id}`)

    expect(status).toBe(401)
    await finished(visitor, (body as { id: string }).id)
  })
})
