import type { XmlElement } from '@rgrove/parse-xml'
import type { CodeId } from '#analysis/coding/codebook.ts'
import type { SegmentDraft } from '#surveys/focus-groups/segment.ts'
import { Refusal } from '../refusal.ts'
import { codeOfGuid, readGuid } from './guids.ts'
import { childrenOf, firstChild, parseRefi } from './parse-refi.ts'
import { type ReadCodes, readCodes } from './read-codes.ts'
import { readNote } from './segment-note.ts'
import { unpackProject } from './unpack-project.ts'
import { projectNamespace } from './write-project.ts'

/** A passage of a text and the codes it has. What the file does not say is `null`. */
export interface ReadSegment {
  /** of the selection; ours where it went out from here */
  readonly guid: string
  readonly draft: SegmentDraft
  readonly codings: readonly ReadCoding[]
}

export interface ReadCoding {
  readonly code: CodeId
  /** which of the file's users, from 0; null where it does not say */
  readonly coder: number | null
}

export interface ReadProject extends ReadCodes {
  /** how many people coded */
  readonly coders: number
  /** one for each text */
  readonly groups: readonly {
    readonly name: string
    readonly segments: readonly ReadSegment[]
  }[]
  /** pictures, recordings and PDF documents, which are not read */
  readonly skippedSources: number
}

/** Of all texts and passages together, in code points: one text can be named many times. */
const mostRead = 8_000_000

const otherSources = ['PictureSource', 'PDFSource', 'AudioSource', 'VideoSource']

/**
 * Reads a project (QDPX) of this or another program: its codes, and the passages of its plain
 * texts that were selected, with the codes and the notes they have. Names of coders stay out.
 *
 * Drafts have to pass `checkSegment` before they are segments: other programs allow longer
 * passages, and know no speakers, intensity or tone.
 *
 * @throws Refusal `coding-file-…` for a file that cannot be read; `coding-file-inconsistent`
 *   where a text is missing, a passage lies outside its text, or a code is not in the codebook
 */
export function readProject(file: Uint8Array): ReadProject {
  const { qde, texts } = unpackProject(file)
  const project = parseRefi(qde, 'Project', projectNamespace)
  const users = firstChild(project, 'Users')
  const coders = users
    ? childrenOf(users, 'User').map(({ attributes }) => readGuid(attributes['guid']))
    : []
  const codebook = firstChild(project, 'CodeBook')
  const codes = codebook ? readCodes(codebook) : { codes: [], own: [] }
  const known = { coders, codes: new Set(codes.codes), read: allowance() }
  const sources = firstChild(project, 'Sources')
  const groups = sources
    ? childrenOf(sources, 'TextSource').map((source) => {
        const text = textOf(source, texts, known)
        const segments = childrenOf(source, 'PlainTextSelection').map((selection) =>
          readSelection(selection, text, known),
        )
        return { name: source.attributes['name'] ?? '', segments }
      })
    : []
  const skippedSources = sources
    ? otherSources.reduce((sum, name) => sum + childrenOf(sources, name).length, 0)
    : 0
  return { ...codes, coders: coders.length, groups, skippedSources }
}

/** Counts what is read, and stops where it is more than any study. */
function allowance(): (characters: number) => void {
  let left = mostRead
  return (characters) => {
    left -= characters
    if (left < 0) throw new Refusal('coding-file-too-large')
  }
}

/** The code points of a source: in the file itself, or in a text beside it. */
function textOf(
  source: XmlElement,
  texts: ReadonlyMap<string, string>,
  { read }: Known,
): readonly string[] {
  const inside = firstChild(source, 'PlainTextContent')
  const path = source.attributes['plainTextPath'] ?? ''
  const [, name = ''] = /^internal:\/\/(?:.*\/)?([^/]+)$/.exec(path) ?? []
  const text = inside ? inside.text : texts.get(name.toLowerCase())
  if (text === undefined) throw new Refusal('coding-file-inconsistent')
  read(text.length)
  return [...text]
}

interface Known {
  readonly read: (characters: number) => void
  readonly coders: readonly (string | undefined)[]
  readonly codes: ReadonlySet<CodeId>
}

function readSelection(
  selection: XmlElement,
  text: readonly string[],
  known: Known,
): ReadSegment {
  const guid = readGuid(selection.attributes['guid'])
  const start = readPosition(selection.attributes['startPosition'])
  const end = readPosition(selection.attributes['endPosition'])
  if (!guid || start >= end || end > text.length) {
    throw new Refusal('coding-file-inconsistent')
  }
  known.read(end - start)
  const passage = text.slice(start, end).join('').replace(/\s+/gu, ' ').trim()
  const note = readNote(firstChild(selection, 'Description')?.text ?? '')
  return {
    guid,
    draft: { text: passage, ...note },
    codings: childrenOf(selection, 'Coding').map((coding) => readCoding(coding, known)),
  }
}

function readPosition(written: string | undefined): number {
  if (!/^\d{1,9}$/.test(written ?? '')) throw new Refusal('coding-file-inconsistent')
  return Number(written)
}

function readCoding(coding: XmlElement, { coders, codes }: Known): ReadCoding {
  const guid = readGuid(firstChild(coding, 'CodeRef')?.attributes['targetGUID'])
  const code = guid && codeOfGuid(guid)
  if (!code || !codes.has(code)) throw new Refusal('coding-file-inconsistent')
  const user = readGuid(coding.attributes['creatingUser'])
  const coder = user === undefined ? -1 : coders.indexOf(user)
  return { code, coder: coder < 0 ? null : coder }
}
