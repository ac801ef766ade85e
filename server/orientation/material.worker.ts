import { handoutFor } from '#analysis/orientation/handout.ts'
import { slidesFor } from '#analysis/orientation/slides.ts'
import { renderPdf } from '../documents/pdf.ts'
import { renderPptx } from '../documents/pptx.ts'
import { answerOffThread } from '../jobs/off-thread.ts'
import type { ToProduce } from './produce-material.ts'

answerOffThread<ToProduce>(({ facts, kind, locale }) =>
  kind === 'slides'
    ? renderPptx(slidesFor(facts, locale))
    : renderPdf(handoutFor(facts, locale), 'handout'),
)
