import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeDoors } from '../attacks/ballots/office-doors.ts'
import { type TestServer, testServer } from './test-server.ts'

interface Operation {
  readonly operationId: string
  readonly parameters: readonly { readonly name: string; readonly in: string }[]
  readonly requestBody?: object
  readonly security?: readonly object[]
}

let server: TestServer
let paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>

beforeAll(async () => {
  server = await testServer()
  const { body } = await server.visitor().get('/api/openapi.json')
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

    const others = Object.keys(officeDoors).filter(
      (door) => door !== 'GET /api/openapi.json',
    )
    expect(described.toSorted()).toEqual(others.toSorted())
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

  it('says which doors need a session', () => {
    expect(paths['/api/office/assessments/{id}']?.['get']?.security).toEqual([
      { session: [] },
    ])
    expect(paths['/api/manifests/{assessment}']?.['get']?.security).toBeUndefined()
  })
})
