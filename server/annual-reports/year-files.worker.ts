import { renderDocx } from '../documents/docx.ts'
import { renderPdf } from '../documents/pdf.ts'
import { renderPptx } from '../documents/pptx.ts'
import { answerOffThread } from '../jobs/off-thread.ts'
import type { YearToDraw } from './year-files.ts'
import { yearWorkbook } from './year-workbook.ts'

answerOffThread<YearToDraw>(({ document, form }): Promise<Uint8Array> => {
  switch (form) {
    case 'pdf':
      return renderPdf(document, 'report')
    case 'docx':
      return renderDocx(document)
    case 'pptx':
      return renderPptx(document)
    case 'xlsx':
      return yearWorkbook(document)
  }
})
