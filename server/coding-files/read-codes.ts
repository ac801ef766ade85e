import type { XmlElement } from '@rgrove/parse-xml'
import type { CodeId, OwnCode } from '#analysis/coding/codebook.ts'
import { Refusal } from '../refusal.ts'
import { codeOfGuid, readGuid } from './guids.ts'
import { childrenOf, firstChild, parseRefi } from './parse-refi.ts'
import { codebookNamespace } from './write-codebook.ts'

/** The codes of a file: built-in ones as they are here, all others as codes of one's own. */
export interface ReadCodes {
  readonly codes: readonly CodeId[]
  readonly own: readonly OwnCode[]
}

/** Codebooks nest folders in folders; this is far more than any has. */
const deepest = 50
const longestName = 60
const longestDefinition = 400

/**
 * Reads a codebook (QDC) of this or another program. Folders are left out; what is in them is
 * not. Names and descriptions are cut to what a code of one's own may have.
 *
 * @throws Refusal `coding-file-too-large`, `coding-file-declares-entities`,
 *   `coding-file-not-refi` or `coding-file-inconsistent`
 */
export function readCodebook(xml: string): ReadCodes {
  return readCodes(parseRefi(xml, 'CodeBook', codebookNamespace))
}

/** Reads the element `Codes` below a codebook. */
export function readCodes(codebook: XmlElement): ReadCodes {
  const codes = new Map<CodeId, XmlElement>()
  const top = firstChild(codebook, 'Codes')
  if (top) collect(top, codes, 0)
  const own = [...codes].flatMap(([id, code]) =>
    id.startsWith('own.') ? [ownCodeOf(id as OwnCode['id'], code)] : [],
  )
  return { codes: [...codes.keys()], own }
}

function collect(
  parent: XmlElement,
  found: Map<CodeId, XmlElement>,
  depth: number,
): void {
  if (depth > deepest) throw new Refusal('coding-file-inconsistent')
  for (const code of childrenOf(parent, 'Code')) {
    const guid = readGuid(code.attributes['guid'])
    const id = guid && codeOfGuid(guid)
    if (!id || found.has(id)) throw new Refusal('coding-file-inconsistent')
    if (isCodable(code)) found.set(id, code)
    collect(code, found, depth + 1)
  }
}

/** A folder that segments were coded with all the same is a code; the schema forbids neither. */
function isCodable({ attributes }: XmlElement): boolean {
  return attributes['isCodable'] !== 'false' && attributes['isCodable'] !== '0'
}

function ownCodeOf(id: OwnCode['id'], code: XmlElement): OwnCode {
  const name = cut(code.attributes['name'] ?? '', longestName) || id.slice(0, 12)
  const description = cut(firstChild(code, 'Description')?.text ?? '', longestDefinition)
  return { id, name, definition: description || name, retired: false }
}

function cut(text: string, longest: number): string {
  return [...text.replace(/[\s\p{Cc}]+/gu, ' ').trim()].slice(0, longest).join('').trim()
}
