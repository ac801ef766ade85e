/** `npm run demo`: the whole chain with the example organization, without a browser. */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { assessNeeds } from '#analysis/needs/assess-needs.ts'
import { materialKinds } from '#analysis/orientation/material-kinds.ts'
import { explainProposed } from '#analysis/recommendation/explanation.ts'
import { explanationContext } from '#analysis/recommendation/explanation-context.ts'
import { findingsReport } from '#analysis/report/findings.ts'
import { locales } from '#surveys/locale.ts'
import { readWholeConfig } from '../config.ts'
import { renderPdf } from '../documents/pdf.ts'
import { renderPlainText } from '../documents/plain-text.ts'
import { tellBoxOperator, tellOperator } from '../events.ts'
import { completeExample } from '../example/complete-example.ts'
import { secondYear } from '../example/second-year.ts'
import { changesCsv } from '../follow-up/show-changes.ts'
import { startWhole } from '../main.ts'
import { formsOf } from '../orientation/describe-program.ts'
import { produceKit } from '../orientation/produce-material.ts'
import { assess, testimonyOf } from '../results/assess.ts'
import { readWhole, storedReleaseOf } from '../results/whole-release.ts'
import { freePort } from './free-port.ts'

const out = resolve('out')
const folder = await mkdtemp(join(tmpdir(), 'groundwork-demo-'))
try {
  await using running = await startWhole(
    readWholeConfig({
      GROUNDWORK_DATA: folder,
      GROUNDWORK_PORT: String(await freePort()),
      GROUNDWORK_BALLOT_PORT: String(await freePort()),
    }),
    { office: tellOperator, ballotBox: tellBoxOperator },
  )
  const { services } = running
  let last = ''
  const tellProgress = (done: number, step: string): void => {
    const line = `${Math.round(100 * done)} % ${step}`
    if (line !== last) console.error(line)
    last = line
  }
  const { organiser, assessment } = await completeExample(services, tellProgress)
  const { needs, recommendations } = await assess(services, organiser, assessment)
  const release = readWhole(await storedReleaseOf(services, assessment.id))
  const testimony = await testimonyOf(services, assessment)
  const assessed = assessNeeds(release, testimony, { seed: assessment.id })
  const explanations = explainProposed(explanationContext(release, testimony, assessed))
  await mkdir(out, { recursive: true })
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
  await writeFile(join(out, 'release.json'), json(release))
  await writeFile(join(out, 'needs.json'), json(needs))
  await writeFile(join(out, 'recommendations.json'), json(recommendations))
  for (const locale of locales) {
    const report = findingsReport(
      {
        title: release.organization.name,
        source: assessment.name,
        release,
        needs,
        recommendations,
        explanations,
        parameters: assessed.parameters,
        seed: assessment.id,
        notes: {},
      },
      locale,
    )
    await writeFile(join(out, `report-${locale}.pdf`), await renderPdf(report, 'report'))
    await writeFile(join(out, `report-${locale}.txt`), renderPlainText(report))
    const files = materialKinds.flatMap((kind) =>
      formsOf(kind).map((form) => ({ kind, form, locale })),
    )
    const kit = await produceKit(services, organiser, assessment.id, files)
    await writeFile(join(out, `orientation-${locale}.zip`), kit)
  }
  console.error('A year later …')
  const later = await secondYear(services, assessment.id, tellProgress)
  const changes = await changesCsv(services, organiser, later)
  await writeFile(join(out, 'changes.csv'), changes)
  console.log(
    `\nThe invented ${release.organization.name} is analysed. Everything is in ${out}.`,
  )
} finally {
  await rm(folder, { recursive: true, force: true })
}
