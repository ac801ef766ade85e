import { materialKinds } from '#analysis/orientation/material-kinds.ts'
import { runOffThread } from '#server/jobs/off-thread.ts'
import { formsOf } from '#server/orientation/describe-program.ts'
import type { Produced, ToProduce } from '#server/orientation/produce-material.ts'
import { locales } from '#surveys/locale.ts'
import { sampleRecords } from '../analysis/orientation/sample-records.ts'
import { printFigure } from './figures.ts'

const mostSeconds = 20

/** How long everything that introduces a program takes: each material, form and language. */
export async function timeOrientation(): Promise<void> {
  const files = locales.flatMap((locale) =>
    materialKinds.flatMap((kind) =>
      formsOf(kind).map((form) => ({ kind, form, locale })),
    ),
  )
  const worker = new URL('../../server/orientation/material.worker.ts', import.meta.url)
  const input: ToProduce = { records: sampleRecords, edits: [], files }
  const started = performance.now()
  const produced = await runOffThread<Produced>(worker, input)
  const seconds = (performance.now() - started) / 1000
  const size = produced.kind === 'made' ? produced.bytes.length / 1e6 : 0
  console.log('\nOrientation')
  printFigure(
    `${files.length} files in five languages, ${size.toFixed(1)} MB packed`,
    `${seconds.toFixed(1)} s`,
    { words: `${mostSeconds} s`, met: seconds <= mostSeconds },
  )
}
