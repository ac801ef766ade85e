import { strFromU8, unzipSync } from 'fflate'
import type { Document } from '#analysis/orientation/document.ts'
import { renderPptx } from '#server/documents/pptx.ts'

/** A rendered deck, taken apart again. */
export interface OpenedDeck {
  readonly bytes: Uint8Array
  readonly parts: ReadonlyMap<string, string>
  /** the XML of the slides and of their notes, in order */
  readonly slides: readonly string[]
  readonly notes: readonly string[]
}

export async function openDeck(document: Document): Promise<OpenedDeck> {
  const bytes = await renderPptx(document)
  const entries = Object.entries(unzipSync(bytes))
  const parts = new Map(
    entries
      .filter(([name]) => !name.endsWith('.xlsx'))
      .map(([name, content]) => [name, strFromU8(content)]),
  )
  const inOrder = (stem: string) =>
    Array.from({ length: entries.length }, (_, index) =>
      parts.get(`${stem}${index + 1}.xml`),
    ).filter((xml) => xml !== undefined)
  return {
    bytes,
    parts,
    slides: inOrder('ppt/slides/slide'),
    notes: inOrder('ppt/notesSlides/notesSlide'),
  }
}

/** The sheet behind a chart. */
export function sheetOf(deck: OpenedDeck, chart: number): string {
  const file = `ppt/embeddings/Microsoft_Excel_Worksheet${chart}.xlsx`
  const workbook = unzipSync(deck.bytes)[file]
  const sheet = workbook && unzipSync(workbook)['xl/worksheets/sheet1.xml']
  if (!sheet) throw new RangeError(`no sheet in ${file}`)
  return strFromU8(sheet)
}

/** What every text run says, entities resolved. */
export function textsOf(xml: string): readonly string[] {
  return [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text = '']) => decoded(text))
}

export function titleOf(slide: string): string {
  const shape = /<p:ph type="title"\/>.*?<\/p:sp>/s.exec(slide)?.[0] ?? ''
  return textsOf(shape).join('')
}

export function decoded(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}

/** Whether every element is closed in order and no text holds what XML forbids. */
export function isWellFormed(xml: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|&(?!\w+;|#)/.test(xml))
    return false
  const open: string[] = []
  for (const [tag, name = ''] of xml.matchAll(/<\/?([\w:]+)(?:\s[^<>]*)?>/g)) {
    if (tag.endsWith('/>')) continue
    if (!tag.startsWith('</')) open.push(name)
    else if (open.pop() !== name) return false
  }
  return open.length === 0 && xml.isWellFormed()
}
