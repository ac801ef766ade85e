import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'

/** A reply that was really sent. */
export interface Sent {
  readonly status: number
  readonly type: string | null
  readonly text: string
}

type Content = Readonly<Record<string, { readonly schema?: object }>>

interface Answer {
  readonly $ref?: string
  readonly content?: Content
}

/** The parts of an OpenAPI document that say what comes back. */
export interface Described {
  readonly components: {
    readonly securitySchemes: { readonly session: { readonly name: string } }
    readonly schemas: Readonly<Record<string, object>>
    readonly responses: Readonly<Record<string, Answer>>
  }
  readonly paths: Readonly<
    Record<
      string,
      Readonly<Record<string, { readonly responses: Readonly<Record<string, Answer>> }>>
    >
  >
}

/**
 * Tells whether replies are what the document says of their door: status, media type, and each
 * field of the body.
 *
 * @returns for a reply what is wrong with it, or null
 */
export function repliesIn(
  described: Described,
): (method: string, path: string, sent: Sent) => string | null {
  // Formats are said by a pattern too, which is checked.
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  const { components } = described
  const compiled = new Map<object, ValidateFunction>()
  const validator = (schema: object): ValidateFunction => {
    const known = compiled.get(schema)
    if (known) return known
    const made = ajv.compile({ ...schema, components })
    compiled.set(schema, made)
    return made
  }
  return (method, path, { status, type, text }) => {
    const answer = answerOf(described, method, path, status)
    if (!answer) return `status ${status} is not described`
    if (!answer.content) return text === '' ? null : 'a body that is not described'
    return bodyFits(answer.content, type ?? '', text)
  }
  function bodyFits(content: Content, type: string, text: string): string | null {
    const described = content[type.replace(/;.*/, '')]
    if (!described) return `${type} is not described`
    if (!described.schema) return null
    const fits = validator(described.schema)
    return fits(JSON.parse(text)) ? null : ajv.errorsText(fits.errors)
  }
}

/** Refusals whose status a door does not name are described for all doors together. */
function answerOf(
  { components, paths }: Described,
  method: string,
  path: string,
  status: number,
): Answer | undefined {
  const responses = paths[path]?.[method.toLowerCase()]?.responses
  const named =
    responses?.[status] ?? (status >= 400 ? responses?.['default'] : undefined)
  const reference = named?.$ref?.split('/').at(-1)
  return reference === undefined ? named : components.responses[reference]
}
