import { createHash } from 'node:crypto'
import { togetherFaults } from '#analysis/indicators/check-together.ts'
import { type HrFigure, keyOf } from '#analysis/indicators/figure.ts'
import type { Organiser } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { askedAssessmentOf } from '../assessments/find-assessment.ts'
import type { OfficeDatabase } from '../database/office.ts'
import type { Services } from '../services.ts'
import type { FiguresPreview, KeptLine } from './contract.ts'
import { gatherProblems } from './gather-problems.ts'
import { type FigureLine, type LineProblem, problem, readFigure } from './read-figures.ts'
import { readSheet } from './read-sheet.ts'
import type { SheetRow } from './sheet-row.ts'
import { listFigures } from './store.ts'
import { groupFinder, groupsOf, type Scope } from './unit-names.ts'

/** What a file would change. Changes nothing. */
export async function previewFigures(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  organiser: Organiser,
  id: AssessmentId,
  csv: string,
): Promise<FiguresPreview> {
  const scope = await askedAssessmentOf({ db }, organiser, id)
  return previewOf(db, scope, csv, clock.now().toISOString().slice(0, 10))
}

/**
 * What a file would change, beside the figures that are kept at this moment.
 *
 * @param today as `2026-11-21`
 */
export async function previewOf(
  db: OfficeDatabase,
  scope: Scope & { readonly id: AssessmentId },
  csv: string,
  today: string,
): Promise<FiguresPreview> {
  const groupOf = groupFinder(scope)
  const { rows, unread } = readSheet(csv, (name) => groupOf(name) !== undefined)
  const filled = rows.filter(({ value }) => value !== '')
  const read = readLines(filled, { groupOf, today })
  const kept = compare(read.figures, await listFigures(db, scope.id), scope)
  const problems = [...read.problems, ...kept.problems]
  return {
    kept: kept.lines,
    ...gatherProblems(problems),
    refusedLines: problems.length,
    empty: rows.length - filled.length,
    unread,
    outcome: createHash('sha256').update(JSON.stringify(kept.lines)).digest('base64url'),
  }
}

interface ReadLines {
  readonly figures: readonly FigureLine[]
  readonly problems: readonly LineProblem[]
}

function readLines(
  rows: readonly SheetRow[],
  scope: Parameters<typeof readFigure>[1],
): ReadLines {
  const figures: FigureLine[] = []
  const problems: LineProblem[] = []
  for (const row of rows) {
    const read = readFigure(row, scope)
    if ('fault' in read) problems.push(read)
    else figures.push(read)
  }
  return withoutRepeats({ figures, problems })
}

/** Of two lines for one figure neither is taken: which one is right only their writer knows. */
function withoutRepeats({ figures, problems }: ReadLines): ReadLines {
  const alike = Map.groupBy(figures, ({ figure }) => keyOf(figure))
  const isAlone = ({ figure }: FigureLine) => alike.get(keyOf(figure))?.length === 1
  const repeated = figures.filter((line) => !isAlone(line))
  return {
    figures: figures.filter(isAlone),
    problems: [
      ...problems,
      ...repeated.map(({ line }) => problem(line, 'indicator', 'twice')),
    ],
  }
}

interface Compared {
  readonly lines: readonly KeptLine[]
  readonly problems: readonly LineProblem[]
}

function compare(
  lines: readonly FigureLine[],
  stored: readonly HrFigure[],
  scope: Scope,
): Compared {
  const before = new Map(stored.map((figure) => [keyOf(figure), figure]))
  const compared = lines.map((each) => toKept(each, before.get(keyOf(each.figure))))
  const added = compared.filter(({ change }) => change !== 'same')
  const faults = togetherFaults(
    stored,
    added.map(({ figure }) => figure),
    groupsOf(scope),
  )
  const problems = added.flatMap(({ line, figure }) => {
    const fault = faults.get(keyOf(figure))
    if (!fault) return []
    return [problem(line, fault === 'mixed-periods' ? 'period' : 'unit', fault)]
  })
  const out = new Set(problems.map(({ line }) => line))
  return { lines: compared.filter(({ line }) => !out.has(line)), problems }
}

function toKept({ line, figure, doubt }: FigureLine, stored?: HrFigure): KeptLine {
  if (!stored) return { line, figure, change: 'new', before: null, doubt }
  const { value, people, source } = stored
  const isSame =
    value === figure.value && people === figure.people && source === figure.source
  const change = isSame ? 'same' : 'changed'
  return { line, figure, change, before: value, doubt: isSame ? null : doubt }
}
