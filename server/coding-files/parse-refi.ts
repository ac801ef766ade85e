import { parseXml, XmlElement } from '@rgrove/parse-xml'
import { Refusal } from '../refusal.ts'

/** Of one XML document, in characters and tags: about ten times a study of twenty groups. */
const longestXml = 2_000_000
const mostTags = 100_000

/**
 * Parses a REFI-QDA document.
 *
 * Entities a file declares are how a small one becomes gigabytes, or reads other files. No
 * program needs any here, so a file with a document type is refused before it is parsed.
 *
 * @param root the name its first element must have, in `namespace`
 * @throws Refusal `coding-file-too-large`, `coding-file-declares-entities`, or
 *   `coding-file-not-refi` for anything else that is not such a document
 */
export function parseRefi(xml: string, root: string, namespace: string): XmlElement {
  if (xml.length > longestXml || xml.split('<').length > mostTags) {
    throw new Refusal('coding-file-too-large')
  }
  if (/<!DOCTYPE/i.test(xml)) throw new Refusal('coding-file-declares-entities')
  const found = rootOf(xml)
  if (!found) throw new Refusal('coding-file-not-refi')
  const [local, prefix] = found.name.split(':').toReversed()
  const declared = found.attributes[prefix ? `xmlns:${prefix}` : 'xmlns']
  if (local !== root || declared !== namespace) throw new Refusal('coding-file-not-refi')
  return found
}

function rootOf(xml: string): XmlElement | null {
  try {
    return parseXml(xml).root
  } catch {
    // Not well-formed, or nested deeper than the stack is high.
    return null
  }
}

/** The children of an element by name, whatever prefix the file gives its namespace. */
export function childrenOf(parent: XmlElement, name: string): readonly XmlElement[] {
  return parent.children.filter(
    (child): child is XmlElement =>
      child instanceof XmlElement && child.name.replace(/^.*:/, '') === name,
  )
}

export function firstChild(parent: XmlElement, name: string): XmlElement | undefined {
  return childrenOf(parent, name)[0]
}
