import type { Document, Paper } from '#analysis/orientation/document.ts'
import { missingIn } from '#analysis/orientation/editions.ts'
import { withEdits } from '#analysis/orientation/edits.ts'
import { mapTexts } from '#analysis/orientation/map-texts.ts'
import { makeMaterial } from '#analysis/orientation/materials.ts'
import { renderDocx } from '../documents/docx.ts'
import { renderHtml } from '../documents/html.ts'
import { type PdfLayout, renderPdf } from '../documents/pdf.ts'
import { renderPlainText } from '../documents/plain-text.ts'
import { renderPptx } from '../documents/pptx.ts'
import { zipped } from '../documents/steady-zip.ts'
import { answerOffThread } from '../jobs/off-thread.ts'
import type { FileAsked, Produced, ToProduce } from './produce-material.ts'

/** How a material is laid out on paper; the others are reports. */
const layouts: Readonly<Partial<Record<FileAsked['kind'], PdfLayout>>> = {
  handout: 'handout',
  posters: 'poster',
}

answerOffThread<ToProduce>(async (input): Promise<Produced> => {
  const papers = input.files.map((file) => ({ file, paper: paperOf(file, input) }))
  const missing = [...new Set(papers.flatMap(({ paper }) => missingIn(paper)))]
  if (missing.length > 0) return { kind: 'incomplete', missing }
  const made: [string, Uint8Array][] = []
  for (const { file, paper } of papers) {
    const bytes = await rendered(
      mapTexts(paper, ({ text }) => text),
      file,
    )
    made.push([`${file.locale}/${file.kind}.${file.form}`, bytes])
  }
  const [only] = made
  const bytes = made.length === 1 && only ? only[1] : zipped(made)
  return { kind: 'made', bytes }
})

function paperOf({ kind, locale }: FileAsked, { records, edits }: ToProduce) {
  const own = edits.filter((edit) => edit.kind === kind && edit.locale === locale)
  return withEdits(makeMaterial(kind, records, locale), own)
}

async function rendered(paper: Paper, { kind, form }: FileAsked): Promise<Uint8Array> {
  switch (form) {
    case 'pptx':
      return renderPptx(paper as Document) // slides alone are asked for as slides
    case 'pdf':
      return renderPdf(paper, layouts[kind] ?? 'report')
    case 'docx':
      return renderDocx(paper)
    case 'html':
      return new TextEncoder().encode(renderHtml(paper))
    case 'txt':
      return new TextEncoder().encode(renderPlainText(paper))
  }
}
