import fc from 'fast-check'

/** The part of JSON Schema that contracts use. */
export interface Schema {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  /** none may come, where it is false */
  readonly items?: Schema | false
  /** what stands first, one by one */
  readonly prefixItems?: readonly Schema[]
  readonly additionalProperties?: Schema | boolean
  readonly propertyNames?: Schema
  readonly format?: string
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
}

/** What has broken other programs: formulas, markup, long and strange text, names of objects. */
const nasty: readonly unknown[] = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e\u2066txet',
  '=HYPERLINK("x")',
  "'; drop table assessment; --",
  '<script>alert(1)</script>',
  '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
  '#read("/etc/passwd")',
  '{{7*7}}',
  '../../../etc/passwd',
  '__proto__',
  'constructor',
  'name,parent,headcount\nA,B,1\nB,A,1\n',
  `${'a,'.repeat(2000)}\n`,
  `${'('.repeat(3000)}`,
  `${'a'.repeat(40_000)}!`,
  `${'1 '.repeat(5000)}x`,
  '2026-02-30',
  '9999999999',
  -1,
  0,
  1e308,
  1.5,
  Number.MAX_SAFE_INTEGER,
  null,
  true,
  [],
  {},
  [[[[[[[[]]]]]]]],
]

const nastyValue = fc.constantFrom(...nasty)

/**
 * Values a door may be sent: most as its contract wants them, the rest not. Objects lose and
 * gain fields, and any value can be something else.
 */
export function valuesOf(schema: Schema): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 12, arbitrary: wanted(schema) },
    { weight: 1, arbitrary: nastyValue },
  )
}

function wanted(schema: Schema): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map(valuesOf))
  if (schema.allOf) return merged(schema.allOf)
  switch (schema.type) {
    case 'object':
      return objectsOf(schema)
    case 'array':
      return arraysOf(schema)
    case 'integer':
    case 'number': {
      const { minimum = -3, maximum = 1000 } = schema
      const low = Math.max(minimum, -1_000_000)
      return fc.integer({ min: low, max: Math.max(low, Math.min(maximum, 1_000_000)) })
    }
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'string':
      return stringsOf(schema)
    default:
      return fc.oneof(nastyValue, fc.jsonValue({ maxDepth: 2 }))
  }
}

function arraysOf({
  items = {},
  prefixItems = [],
  minItems = 0,
  maxItems = 5,
}: Schema): fc.Arbitrary<unknown> {
  const first = fc.tuple(...prefixItems.map(valuesOf))
  if (items === false) return first
  const others = fc.array(valuesOf(items), {
    minLength: Math.min(minItems, 20),
    maxLength: Math.max(minItems, Math.min(maxItems, 5)),
  })
  return fc.tuple(first, others).map(([one, other]) => [...one, ...other])
}

function merged(parts: readonly Schema[]): fc.Arbitrary<unknown> {
  return fc
    .tuple(...parts.map(wanted))
    .map((values) => Object.assign({}, ...values.filter((value) => value !== null)))
}

function objectsOf({
  properties = {},
  additionalProperties,
  propertyNames,
}: Schema): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, valuesOf(schema)]),
  )
  const whole = fc.record(fields)
  const broken = fc.record(fields, { requiredKeys: [] })
  const more = fc.dictionary(fc.constantFrom('__proto__', 'extra', 'id'), nastyValue, {
    maxKeys: 2,
  })
  const named =
    typeof additionalProperties === 'object'
      ? fc.dictionary(keysOf(propertyNames), valuesOf(additionalProperties), {
          maxKeys: 4,
        })
      : fc.constant({})
  return fc
    .tuple(
      fc.oneof({ weight: 5, arbitrary: whole }, { weight: 1, arbitrary: broken }),
      named,
      fc.oneof({ weight: 5, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: more }),
    )
    .map(([known, others, extra]) => ({ ...known, ...others, ...extra }))
}

const keysOf = (names: Schema | undefined): fc.Arbitrary<string> =>
  names ? wanted(names).map(String) : fc.string({ maxLength: 12 })

function stringsOf({ format, pattern }: Schema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid()
  if (format === 'email') return fc.constant('ada@people.example')
  if (format === 'date') {
    return fc
      .date({
        min: new Date('2020-01-01'),
        max: new Date('2030-01-01'),
        noInvalidDate: true,
      })
      .map((day) => day.toISOString().slice(0, 10))
  }
  if (format === 'date-time') return fc.constant('2026-11-21T12:00:00.000Z')
  if (pattern) return fc.stringMatching(new RegExp(pattern))
  return fc.string({ unit: 'grapheme', maxLength: 60 })
}
