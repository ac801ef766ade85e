import { describe, expect, it } from 'vitest'
import type { Paper } from '#analysis/orientation/document.ts'
import { pageInput } from '#server/documents/page-input.ts'
import { renderPdf } from '#server/documents/pdf.ts'
import { renderPlainText } from '#server/documents/plain-text.ts'
import { breakable, withTexts } from '#server/documents/printable.ts'
import { qrOutline } from '#server/documents/qr-code.ts'

const link = 'https://survey.example/groups/0b0e-9a5c#k3J0aV9tQ2xXb1p5TmRyUg'
const paper: Paper = {
  locale: 'en',
  title: 'A paper',
  subtitle: '',
  footer: '',
  sections: [
    {
      title: 'All that only paper can hold',
      notes: [],
      blocks: [
        { kind: 'square', link, alt: 'Square code' },
        { kind: 'cards', cards: ['Sleep', 'Pace', 'Something else:'] },
        { kind: 'lines', labels: ['Day', 'Signature'] },
      ],
    },
  ],
}

describe('what only paper can hold', () => {
  it('is read as text, the address in one piece', () => {
    const text = renderPlainText(paper)

    expect(text).toContain(`[Square code]\n${link}\n`)
    expect(text).toContain('[ ] Sleep\n[ ] Pace\n')
    expect(text).toMatch(/Day: _+\n\nSignature: _+/)
  })

  it('puts the address into the square as it is, wherever its words may break', () => {
    const input = JSON.stringify(pageInput(withTexts(paper, breakable), 'report', 11))

    expect(input).toContain(qrOutline(link).path)
  })

  it('is set as a tagged PDF in which the square has words', async () => {
    const pdf = Buffer.from(await renderPdf(paper, 'report')).toString('latin1')

    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(pdf).toContain('/Alt (Square code)')
  })
})
