import { assessNeeds } from '#analysis/needs/assess-needs.ts'
import { managerSheet } from '#analysis/report/manager-sheet.ts'
import { renderPdf } from '../documents/pdf.ts'
import { answerOffThread } from '../jobs/off-thread.ts'
import { readWhole } from '../results/whole-release.ts'
import type { SheetToMake } from './show-reports.ts'

answerOffThread<SheetToMake>(({ facts, unit, locale }) => {
  const { published, testimony, seed } = facts
  const release = readWhole(facts.release)
  const { needs } = assessNeeds(release, testimony, { seed })
  return renderPdf(managerSheet({ published, release, needs }, unit, locale), 'handout')
})
