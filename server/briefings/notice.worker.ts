import { renderPdf } from '../documents/pdf.ts'
import { answerOffThread } from '../jobs/off-thread.ts'
import { noticeList, type ToPost } from './notice-list.ts'

answerOffThread<ToPost>((input) => renderPdf(noticeList(input), 'report'))
