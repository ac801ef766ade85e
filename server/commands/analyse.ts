import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { findingsReport } from '#analysis/report/findings.ts'
import type { ConstructId } from '#surveys/constructs.ts'
import { isLocale, type Locale, locales } from '#surveys/locale.ts'
import { renderPdf } from '../documents/pdf.ts'
import { renderPlainText } from '../documents/plain-text.ts'
import { type Analysed, analyseFile } from '../imports/analyse-file.ts'
import { ImportProblem } from '../imports/import-problem.ts'
import { type Mapping, readMapping } from '../imports/mapping.ts'

/**
 * Analyses a file and writes everything to a folder, or nothing at all.
 *
 * @returns the exit code
 */
export async function analyse(
  file: string,
  mappingFile: string,
  out: string,
  language: string,
): Promise<number> {
  try {
    if (!isLocale(language)) {
      throw new ImportProblem('--language', `one of: ${locales.join(', ')}`, 'choose one')
    }
    const mapping = readMapping(await readText(mappingFile))
    const analysed = await analyseFile(file, mapping)
    await writeWhole(out, await filesOf(analysed, mapping, language))
    console.log(
      `Written to ${resolve(out)}: report.pdf, report.txt and the figures as JSON.`,
    )
    return 0
  } catch (error) {
    if (!(error instanceof ImportProblem)) throw error
    console.error(`Nothing was written.\n${error.message}`)
    return 1
  }
}

function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => {
    throw new ImportProblem('mapping', 'a file that can be read', 'check its path')
  })
}

type Files = Readonly<Record<string, string | Uint8Array>>

async function filesOf(
  { release, needs, recommendations, explanations, parameters, seed }: Analysed,
  mapping: Mapping,
  locale: Locale,
): Promise<Files> {
  const { title, source } = mapping
  const notes: Partial<Record<ConstructId, string>> = Object.fromEntries(
    Object.entries(mapping.constructs).map(([construct, mapped]) => [
      construct,
      mapped?.note,
    ]),
  )
  const report = findingsReport(
    {
      title,
      source,
      release,
      needs,
      recommendations,
      explanations,
      parameters,
      seed,
      notes,
    },
    locale,
  )
  const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
  return {
    'release.json': json(release),
    'needs.json': json(needs),
    'recommendations.json': json(recommendations),
    'report.txt': renderPlainText(report),
    'report.pdf': await renderPdf(report, 'report'),
  }
}

/** Writes beside the folder first and puts it in place whole, so that a failure leaves nothing. */
async function writeWhole(out: string, files: Files): Promise<void> {
  const target = resolve(out)
  await mkdir(dirname(target), { recursive: true })
  const draft = await mkdtemp(`${target}.`)
  try {
    for (const [name, content] of Object.entries(files)) {
      await writeFile(join(draft, name), content)
    }
    await mkdir(target, { recursive: true })
    for (const name of Object.keys(files))
      await rename(join(draft, name), join(target, name))
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}
