import { UnreadableFile } from './left-out.ts'

export type JsonObject = Readonly<Record<string, unknown>>

const deepest = 60

/**
 * Parses JSON of a file somebody brings.
 *
 * @throws UnreadableFile `not-json`, or `too-deep` before anything is built of it
 */
export function parseJson(text: string): unknown {
  refuseDepth(text)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UnreadableFile('not-json', placeOf(error))
  }
}

/** `line 3` where the engine tells a place. */
function placeOf(error: unknown): string {
  const [, line] = /line (\d+)/.exec(error instanceof Error ? error.message : '') ?? []
  return line ? `line ${line}` : ''
}

function refuseDepth(text: string): void {
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === '"') at = endOfString(text, at)
    else if (sign === '{' || sign === '[') depth += 1
    else if (sign === '}' || sign === ']') depth -= 1
    if (depth > deepest) throw new UnreadableFile('too-deep')
  }
}

function endOfString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What an object of a file itself has under a key; never what every object inherits. */
export function field(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

export function objectIn(object: JsonObject, key: string): JsonObject {
  const value = field(object, key)
  return isObject(value) ? value : {}
}

export function listIn(object: JsonObject, key: string): readonly unknown[] {
  const value = field(object, key)
  return Array.isArray(value) ? value : []
}

/** Texts and numbers as text; empty for everything else. */
export function textIn(object: JsonObject, key: string): string {
  return asText(field(object, key))
}

export function asText(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

/** Numbers, also where they are written as text. */
export function numberIn(object: JsonObject, key: string): number | undefined {
  const value = field(object, key)
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  return typeof value === 'string' ? readNumber(value) : undefined
}

export function readNumber(text: string): number | undefined {
  return /^\s*-?\d{1,9}(?:\.\d{1,9})?\s*$/.test(text) ? Number(text) : undefined
}

/** Whether something is there and says more than no. */
export function isSet(object: JsonObject, key: string): boolean {
  const value = field(object, key)
  if (Array.isArray(value)) return value.length > 0
  if (isObject(value)) return Object.keys(value).length > 0
  return value !== undefined && value !== null && value !== false && value !== ''
}
