import { mkdirSync, writeFileSync } from 'node:fs'
import { mapTexts } from '#analysis/orientation/map-texts.ts'
import { materialKinds } from '#analysis/orientation/material-kinds.ts'
import { makeMaterial } from '#analysis/orientation/materials.ts'
import { renderDocx } from '#server/documents/docx.ts'
import { renderPdf } from '#server/documents/pdf.ts'
import { renderPptx } from '#server/documents/pptx.ts'
import { sampleRecords } from './test/analysis/orientation/sample-records.ts'
const out = '/tmp/sess-gal'
mkdirSync(out, { recursive: true })
for (const locale of ['ro', 'nl'] as const) for (const kind of materialKinds) {
  const paper = mapTexts(makeMaterial(kind, sampleRecords, locale), ({ text }) => text)
  if (kind === 'slides') { writeFileSync(`${out}/${locale}-${kind}.pptx`, await renderPptx(paper as never)); continue }
  const layout = kind === 'handout' ? 'handout' : kind === 'posters' ? 'poster' : 'report'
  writeFileSync(`${out}/${locale}-${kind}.pdf`, await renderPdf(paper, layout))
  if (['wallet-card', 'handout', 'attendance', 'policy'].includes(kind)) writeFileSync(`${out}/${locale}-${kind}.docx`, await renderDocx(paper))
}
