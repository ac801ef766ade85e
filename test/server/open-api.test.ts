import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusals } from '#server/refusal.ts'
import { officeDoors } from '../attacks/ballots/office-doors.ts'
import { lookThroughDoors } from '../attacks/fuzz/look-through-doors.ts'
import { anOpenSurvey, answersAll, cast, release } from './journey.ts'
import type { Described } from './reply-fits.ts'
import { type TestServer, testServer } from './test-server.ts'

interface Operation {
  readonly operationId: string
  readonly parameters: readonly { readonly name: string; readonly in: string }[]
  readonly requestBody?: object
  readonly security?: readonly object[]
  readonly responses: Readonly<Record<string, object>>
}

let server: TestServer
let described: Described
let paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>

beforeAll(async () => {
  server = await testServer()
  const { body } = await server.visitor().get('/api/openapi.json')
  described = body as Described
  ;({ paths } = body as { paths: typeof paths })
})

afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
})

const operations = () =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )

describe('the description of the interface', () => {
  it('has every door there is, once and by a name of its own', () => {
    const described = operations().map(
      ({ path, method }) =>
        `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1').replace(/(.)\/$/, '$1')}`,
    )
    const names = operations().map(({ operation }) => operation.operationId)

    expect(described.toSorted()).toEqual(Object.keys(officeDoors).toSorted())
    expect(new Set(names).size).toBe(names.length)
  })

  it('names what stands in an address, and the body of every door that reads one', () => {
    for (const { path, operation } of operations()) {
      const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const named = operation.parameters.flatMap((one) =>
        one.in === 'path' ? [one.name] : [],
      )
      expect(named.toSorted(), path).toEqual(places.toSorted())
    }
    expect(
      paths['/api/office/assessments/{id}/plan']?.['put']?.requestBody,
    ).toMatchObject({
      content: {
        'application/json': { schema: { required: expect.arrayContaining(['name']) } },
      },
    })
  })

  it('says which doors need a session, and in which cookie', async () => {
    expect(paths['/api/office/assessments/{id}']?.['get']?.security).toEqual([
      { session: [] },
    ])
    expect(paths['/api/manifests/{assessment}']?.['get']?.security).toBeUndefined()
    const reply = await fetch(`${server.origin}/api/office/example/visit`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.origin },
      body: JSON.stringify({ as: 'organiser' }),
    })
    const { name } = described.components.securitySchemes.session
    expect(reply.headers.getSetCookie()[0]).toMatch(new RegExp(`^${name}=`))
  })

  it('is an OpenAPI 3.1 document', async () => {
    const { valid, errors } = await new Validator().validate({ ...described })

    expect(errors).toBeUndefined()
    expect(valid).toBe(true)
  })

  it('says of every door what comes back when it opens', () => {
    for (const { path, method, operation } of operations()) {
      const statuses = Object.keys(operation.responses).filter((one) => /^[23]/.test(one))
      expect(statuses, `${method} ${path}`).toHaveLength(1)
    }
  })

  it('says of every code with which status it comes, once', () => {
    const { Refusal: _, Problem: __, ...schemas } = described.components.schemas
    const codes = Object.entries(schemas).flatMap(([name, schema]) => {
      const { properties } = schema as { properties: { code: { enum: string[] } } }
      return properties.code.enum.map((code) => [code, Number(name.slice(-3))])
    })

    expect(Object.fromEntries(codes)).toEqual(refusals)
    expect(codes).toHaveLength(Object.keys(refusals).length)
  })

  it('is what doors that show something really reply, at a survey that is released', async () => {
    const survey = await anOpenSurvey(server)
    for (const code of survey.codes.slice(0, 16)) {
      await cast(server, survey, code, answersAll('often'))
    }
    await release(server, survey)
    const unit = survey.manifest.units[0]?.id ?? ''

    const { doors, opened, wrong } = await lookThroughDoors(server, described, {
      id: survey.id,
      assessment: survey.id,
      unit,
    })

    expect(wrong).toEqual([])
    expect(opened.length).toBeGreaterThan(doors / 2)
  })
})
