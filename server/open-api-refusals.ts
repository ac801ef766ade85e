import { refusals } from './refusal.ts'

type Schema = Readonly<Record<string, unknown>>

/** Codes by the status they come with. */
const codes = Map.groupBy(Object.keys(refusals), (code) => refusals[code as Code])
type Code = keyof typeof refusals

/**
 * The bodies of every no: one schema for each status, with the codes that it may carry, and one
 * for all of them.
 */
export function refusalSchemas(): Schema {
  const statuses = [...codes.keys()]
  return {
    Refusal: {
      oneOf: statuses.map((status) => ({
        $ref: `#/components/schemas/Refusal${status}`,
      })),
    },
    ...Object.fromEntries(
      [...codes].map(([status, known]) => [`Refusal${status}`, bodyOf(status, known)]),
    ),
    Problem: problem,
  }
}

/** The same as replies. */
export function refusalAnswers(): Schema {
  const names = ['Refusal', ...[...codes.keys()].map((status) => `Refusal${status}`)]
  return Object.fromEntries(
    names.map((name) => [
      name,
      {
        description: 'A no, with its reason as a code (RFC 9457).',
        content: {
          'application/problem+json': {
            schema: { $ref: `#/components/schemas/${name}` },
          },
        },
      },
    ]),
  )
}

function bodyOf(status: number, known: readonly string[]): Schema {
  return {
    type: 'object',
    required: ['code', 'status', 'problems'],
    properties: {
      code: { enum: known },
      status: { const: status },
      problems: { type: 'array', items: { $ref: '#/components/schemas/Problem' } },
      ...(status === refusals.crowded && {
        work: { type: 'string', description: 'work to do before asking again' },
      }),
    },
    additionalProperties: false,
  }
}

const problem = {
  type: 'object',
  required: ['where', 'expected'],
  properties: {
    where: { type: 'string', description: 'the field, or the line, that is wrong' },
    expected: { type: 'string', description: 'what to do about it, in English' },
    say: { type: 'string', description: 'the key of its wording in other languages' },
    words: {
      type: 'object',
      additionalProperties: { type: ['string', 'number'] },
      description: 'the words that go into that wording',
    },
  },
  additionalProperties: false,
}
