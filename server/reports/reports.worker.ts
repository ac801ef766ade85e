import { assessNeeds } from '#analysis/needs/assess-needs.ts'
import { explainProposed } from '#analysis/recommendation/explanation.ts'
import { explanationContext } from '#analysis/recommendation/explanation-context.ts'
import { recommend } from '#analysis/recommendation/recommend.ts'
import { leadersDeck } from '#analysis/report/leaders-deck.ts'
import { leadersReport, type ReleaseReport } from '#analysis/report/leaders-report.ts'
import { managerSheet } from '#analysis/report/manager-sheet.ts'
import type { Locale } from '#surveys/locale.ts'
import { renderPdf } from '../documents/pdf.ts'
import { renderPptx } from '../documents/pptx.ts'
import { answerOffThread } from '../jobs/off-thread.ts'
import { readWhole } from '../results/whole-release.ts'
import type { MadeInLanguage, ToMake } from './make-reports.ts'
import type { ReleaseFacts } from './published-facts.ts'
import { ddiOf } from './write-ddi.ts'
import { workbookOf } from './write-workbook.ts'

answerOffThread<ToMake>(async ({ facts, locale }): Promise<MadeInLanguage> => {
  const report = reportFrom(facts)
  const { release } = report
  const { own } = facts
  return {
    units: release.units.map(({ id, name }) => ({ id, name })),
    files: {
      report: await renderPdf(leadersReport(report, locale), 'report'),
      deck: await renderPptx(leadersDeck(report, locale)),
      sheet: await sheetIn(report, locale),
      workbook: await workbookOf({ ...report, own }, locale),
      ddi: ddiOf({ ...report, own }, locale),
    },
  }
})

/** Everything follows from the release and what was let in with it. */
function reportFrom({ published, release: stored, testimony, seed }: ReleaseFacts) {
  const release = readWhole(stored)
  const assessed = assessNeeds(release, testimony, { seed })
  const context = explanationContext(release, testimony, assessed)
  return {
    published,
    title: published.organization,
    source: published.name,
    release,
    needs: assessed.needs,
    recommendations: recommend(release, testimony, assessed),
    explanations: explainProposed(context),
    parameters: assessed.parameters,
    seed,
    notes: {},
  } satisfies ReleaseReport
}

function sheetIn(report: ReleaseReport, locale: Locale): Promise<Uint8Array> {
  return renderPdf(managerSheet(report, null, locale), 'handout')
}
