import { z } from 'zod'
import { type Description, descriptionOf } from './descriptions.ts'
import { refusalAnswers, refusalSchemas } from './open-api-refusals.ts'
import { version } from './version.ts'

/** A handler of a route, as Hono lists them. */
interface Route {
  readonly method: string
  readonly path: string
  readonly handler: object
}

type Takes = Extract<Description, { kind: 'takes' }>
type Gives = Extract<Description, { kind: 'gives' }>

/** A door with everything that is known of it. */
interface Operation {
  readonly method: string
  readonly path: string
  readonly takes: readonly Takes[]
  readonly gives: Gives
}

type Schema = Readonly<Record<string, unknown>>

/**
 * Every door of an app, in the order in which they were put up.
 *
 * @throws Error for a door that does not say what it gives
 */
function operationsOf(routes: readonly Route[]): readonly Operation[] {
  const doors = new Map<string, Description[]>()
  for (const { method, path, handler } of routes) {
    if (method === 'ALL' || !path.startsWith('/api/')) continue
    const key = `${method} ${path}`
    const found = descriptionOf(handler)
    const known = doors.get(key) ?? []
    doors.set(key, found ? [...known, found] : known)
  }
  return [...doors].map(([key, known]) => {
    const [method = '', path = ''] = key.split(' ')
    const gives = known.find((one) => one.kind === 'gives')
    if (!gives) throw new Error(`${key} does not say what it gives`)
    return { method, path, gives, takes: known.filter((one) => one.kind === 'takes') }
  })
}

/** The OpenAPI 3.1 document of an app, made of the contracts that its doors really use. */
export function openApiOf(routes: readonly Route[]): Schema {
  const paths: Record<string, Record<string, Schema>> = {}
  for (const operation of operationsOf(routes)) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = {
      ...paths[path],
      [operation.method.toLowerCase()]: describe(operation),
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Groundwork',
      version,
      description:
        'The office. Ballots are cast elsewhere, sealed, at the address that the manifest of a survey names.',
    },
    components: {
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'groundwork.session_token',
          description: 'Over https its name begins with `__Host-`.',
        },
      },
      schemas: refusalSchemas(),
      responses: refusalAnswers(),
    },
    paths,
  }
}

function describe({ method, path, takes, gives }: Operation): Schema {
  const body = takes.find(({ target }) => target === 'json')
  const isOffice = path.startsWith('/api/office/')
  return {
    operationId: `${method.toLowerCase()}${path.replace(/[^A-Za-z]+(\w?)/g, (_, letter: string) => letter.toUpperCase())}`,
    ...(isOffice && { security: [{ session: [] }] }),
    parameters: takes.flatMap(parametersOf),
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(body.shape, 'input') } },
      },
    }),
    responses: {
      [gives.status]: responseOf(gives),
      ...refused([...(takes.length > 0 ? [400] : []), ...(isOffice ? [401, 403] : [])]),
      ...refused(body ? [413] : []),
      default: { $ref: '#/components/responses/Refusal' },
    },
  }
}

const refused = (statuses: readonly number[]): Schema =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      { $ref: `#/components/responses/Refusal${status}` },
    ]),
  )

function parametersOf({ target, shape }: Takes): readonly Schema[] {
  if (target === 'json') return []
  const { properties = {}, required = [] } = schemaOf(shape, 'input') as {
    readonly properties?: Readonly<Record<string, Schema>>
    readonly required?: readonly string[]
  }
  const place = target === 'param' ? 'path' : 'query'
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  }))
}

function responseOf({ status, shape, types }: Gives): Schema {
  if (status === 302) return { description: 'Leads on to a page of the workspace.' }
  if (types.length === 0) return { description: 'Done; there is nothing to say.' }
  const content = types.map((type) => [
    type,
    // Bytes have no schema in OpenAPI 3.1.
    shape ? { schema: schemaOf(shape, 'output') } : {},
  ])
  return { description: 'Done.', content: Object.fromEntries(content) }
}

/** What cannot be said in JSON Schema may be anything there: the door itself is stricter. */
function schemaOf(shape: z.ZodType, io: 'input' | 'output'): Schema {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' })
  return schema
}
