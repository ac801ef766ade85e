import { type Frozen, impactAssessment } from '#analysis/privacy/impact-assessment.ts'
import type { Locale } from '#surveys/locale.ts'
import { renderPdf } from '../documents/pdf.ts'
import { renderPlainText } from '../documents/plain-text.ts'
import { answerOffThread } from '../jobs/off-thread.ts'

export interface Paper {
  readonly frozen: Frozen
  readonly form: 'pdf' | 'txt'
  readonly locale: Locale
}

answerOffThread<Paper>(async ({ frozen, form, locale }) => {
  const document = impactAssessment(frozen, locale)
  return form === 'pdf'
    ? renderPdf(document, 'report')
    : new TextEncoder().encode(renderPlainText(document))
})
