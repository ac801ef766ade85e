import { parseXml, XmlElement } from '@rgrove/parse-xml'
import { UnreadableFile } from './left-out.ts'

/** Of one document, in characters and tags: about ten times a large questionnaire. */
const longest = 8_000_000
const mostTags = 300_000
const deepest = 30

/**
 * Parses an XML document of a file somebody brings. One that declares a document type is
 * refused before it is parsed: entities are how a small file becomes gigabytes, or reads others.
 *
 * @throws UnreadableFile naming `where`
 */
export function parseDocument(xml: string, where: string): XmlElement {
  if (xml.length > longest) throw new UnreadableFile('unpacks-too-large', where)
  if (countTags(xml) > mostTags) throw new UnreadableFile('unpacks-too-large', where)
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml))
    throw new UnreadableFile('declares-entities', where)
  refuseDepth(xml, where)
  const root = rootOf(xml)
  if (!root) throw new UnreadableFile('not-xml', where)
  return root
}

function countTags(xml: string): number {
  let tags = 0
  for (
    let at = xml.indexOf('<');
    at >= 0 && tags <= mostTags;
    at = xml.indexOf('<', at + 1)
  ) {
    tags += 1
  }
  return tags
}

/** Counts what is opened and not closed; texts in CDATA and comments do not nest. */
function refuseDepth(xml: string, where: string): void {
  let depth = 0
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const after = skipped(xml, at)
    if (after !== undefined) {
      at = after
      continue
    }
    const end = xml.indexOf('>', at)
    if (end < 0) return
    if (xml[at + 1] === '/') depth -= 1
    else if (xml[end - 1] !== '/' && xml[at + 1] !== '?') depth += 1
    if (depth > deepest) throw new UnreadableFile('too-deep', where)
    at = end
  }
}

/** @returns where a comment or a CDATA section that begins here ends; undefined for a tag */
function skipped(xml: string, at: number): number | undefined {
  const kinds = [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
  ] as const
  for (const [start, close] of kinds) {
    if (!xml.startsWith(start, at)) continue
    const end = xml.indexOf(close, at + start.length)
    return end < 0 ? xml.length : end + close.length
  }
  return undefined
}

function rootOf(xml: string): XmlElement | null {
  try {
    return parseXml(xml).root
  } catch {
    return null
  }
}

/** The name of an element without the prefix its file gives the namespace. */
export const localName = ({ name }: XmlElement): string => name.replace(/^.*:/, '')

/** The children of an element, of one name where one is given. */
export function childrenOf(parent: XmlElement, name?: string): readonly XmlElement[] {
  return parent.children.filter(
    (child): child is XmlElement =>
      child instanceof XmlElement && (name === undefined || localName(child) === name),
  )
}

export function attributeOf(element: XmlElement, name: string): string {
  const { attributes } = element
  return Object.hasOwn(attributes, name) ? (attributes[name] ?? '') : ''
}
