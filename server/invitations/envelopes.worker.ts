import { type EnvelopePrinting, renderEnvelopes } from '../documents/envelopes.ts'
import { answerOffThread } from '../jobs/off-thread.ts'

answerOffThread<EnvelopePrinting>(renderEnvelopes)
