import { guidePaper } from '#analysis/groups/guide.ts'
import { invitationPaper } from '#analysis/groups/invitation.ts'
import type { GroupFacts } from '#analysis/groups/paper.ts'
import {
  cardsPaper,
  consentPaper,
  distressPaper,
  rulesPaper,
} from '#analysis/groups/sheets.ts'
import { hotSpotsOf } from '#analysis/needs/hot-spots.ts'
import type { Paper } from '#analysis/orientation/document.ts'
import type { Locale } from '#surveys/locale.ts'
import { renderPdf } from '../documents/pdf.ts'
import { renderPlainText } from '../documents/plain-text.ts'
import { answerOffThread } from '../jobs/off-thread.ts'
import { readWhole } from '../results/whole-release.ts'
import type { PaperKind } from './contract.ts'
import type { PaperToMake } from './produce-paper.ts'

const papers: Readonly<Record<PaperKind, (facts: GroupFacts, locale: Locale) => Paper>> =
  {
    invitation: invitationPaper,
    consent: consentPaper,
    guide: guidePaper,
    cards: cardsPaper,
    rules: rulesPaper,
    distress: distressPaper,
  }

answerOffThread<PaperToMake>(async ({ facts, release, seed, kind, form, locale }) => {
  const hotSpots = release === null ? null : hotSpotsOf(readWhole(release), seed)
  const made = papers[kind]({ ...facts, hotSpots }, locale)
  return form === 'pdf'
    ? renderPdf(made, 'report')
    : new TextEncoder().encode(renderPlainText(made))
})
