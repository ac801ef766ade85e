import { groupTopics } from '#surveys/focus-group-form.ts'
import { type BuiltInCode, builtInCodes, builtInVersion } from './built-in-codes.ts'

export type OwnCodeId = `own.${string}`
/** Stable for ever: `construct.bio.sleep`, `hazard.hours`, `own.<uuid>`. */
export type CodeId = BuiltInCode | OwnCodeId

/** A code the coders found in what was said, in their own words. */
export interface OwnCode {
  readonly id: OwnCodeId
  /** 1–60 characters */
  readonly name: string
  /** 1–400 characters: what belongs to it and what does not */
  readonly definition: string
  /** no longer given; what has it keeps it */
  readonly retired: boolean
}

/** The codes of one study. Every change makes a new revision, which codings name. */
export interface Codebook {
  readonly builtIn: typeof builtInVersion
  /** 1 and up */
  readonly revision: number
  readonly own: readonly OwnCode[]
}

type CodeFamily = 'construct' | 'hazard' | 'wish' | 'barrier' | 'trust' | 'own'

export const freshCodebook: Codebook = { builtIn: builtInVersion, revision: 1, own: [] }

const longestName = 60
const longestDefinition = 400
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export type ChangedCodebook =
  | { readonly kind: 'codebook'; readonly codebook: Codebook }
  | { readonly kind: 'refused'; readonly reason: 'name' | 'definition' | 'name-taken' }

interface CodeWording {
  readonly name: string
  readonly definition: string
}

/**
 * The next revision, with a code of one's own.
 *
 * @param code its `uuid` in lower case, a name and a definition
 * @returns refused for an empty or long name or definition, or a name that another code of
 *   one's own has, retired or not: two codes of one name cannot be told apart in a table
 * @throws RangeError when `uuid` is none, or is taken
 */
export function addOwnCode(
  codebook: Codebook,
  code: CodeWording & { readonly uuid: string },
): ChangedCodebook {
  const id: OwnCodeId = `own.${code.uuid}`
  if (!uuid.test(code.uuid) || codebook.own.some((one) => one.id === id)) {
    throw new RangeError(`expected a new uuid in lower case, got ${code.uuid}`)
  }
  return reworded(codebook, id, code, (own, worded) => [
    ...own,
    { id, ...worded, retired: false },
  ])
}

/**
 * The next revision, in which a code of one's own has another name or definition. What has it
 * keeps it.
 *
 * @returns refused as in `addOwnCode`
 * @throws RangeError when there is no such code
 */
export function changeOwnCode(
  codebook: Codebook,
  id: OwnCodeId,
  wording: CodeWording,
): ChangedCodebook {
  refuseUnknown(codebook, id)
  return reworded(codebook, id, wording, (own, worded) =>
    own.map((one) => (one.id === id ? { ...one, ...worded } : one)),
  )
}

function reworded(
  codebook: Codebook,
  id: OwnCodeId,
  wording: CodeWording,
  change: (own: readonly OwnCode[], worded: CodeWording) => readonly OwnCode[],
): ChangedCodebook {
  const name = wording.name.trim()
  const definition = wording.definition.trim()
  if (!fits(name, longestName)) return { kind: 'refused', reason: 'name' }
  if (!fits(definition, longestDefinition))
    return { kind: 'refused', reason: 'definition' }
  const others = codebook.own.filter((one) => one.id !== id)
  if (others.some((one) => one.name.toLowerCase() === name.toLowerCase())) {
    return { kind: 'refused', reason: 'name-taken' }
  }
  const own = change(codebook.own, { name, definition })
  return { kind: 'codebook', codebook: nextRevision(codebook, own) }
}

/**
 * The next revision, in which a code of one's own is no longer given.
 *
 * @throws RangeError when there is no such code
 */
export function retireOwnCode(codebook: Codebook, id: OwnCodeId): Codebook {
  refuseUnknown(codebook, id)
  const own = codebook.own.map((one) => (one.id === id ? { ...one, retired: true } : one))
  return nextRevision(codebook, own)
}

/** The codes that can be given, built-in ones first. */
export function codesOf(codebook: Codebook): readonly CodeId[] {
  const own = codebook.own.filter(({ retired }) => !retired).map(({ id }) => id)
  return [...builtInCodes, ...own]
}

/** Whether a text names a code of the codebook, retired or not. */
export function isCodeOf(codebook: Codebook, value: string): value is CodeId {
  return (
    builtInCodes.some((code) => code === value) ||
    codebook.own.some(({ id }) => id === value)
  )
}

export function familyOf(code: CodeId): CodeFamily {
  // Every id begins with its family: its type says so.
  return code.slice(0, code.indexOf('.')) as CodeFamily
}

/** The construct a code stands for; undefined for every other family. */
export function constructOfCode(code: CodeId): (typeof groupTopics)[number] | undefined {
  return groupTopics.find((construct) => code === `construct.${construct}`)
}

function refuseUnknown(codebook: Codebook, id: OwnCodeId): void {
  if (codebook.own.some((one) => one.id === id)) return
  throw new RangeError(`expected a code of the codebook, got ${id}`)
}

function fits(text: string, longest: number): boolean {
  return text !== '' && [...text].length <= longest && !/\p{Cc}/u.test(text)
}

function nextRevision(codebook: Codebook, own: readonly OwnCode[]): Codebook {
  return { ...codebook, revision: codebook.revision + 1, own }
}
