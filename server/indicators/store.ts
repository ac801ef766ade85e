import { randomUUID } from 'node:crypto'
import type { HrFigure } from '#analysis/indicators/figure.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'
import { Figure, type FigureId } from './contract.ts'

export async function listFigures(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<readonly Figure[]> {
  const rows = await db
    .selectFrom('hr_figure')
    .selectAll()
    .where('assessment_id', '=', assessment)
    .orderBy('unit_id')
    .orderBy('indicator')
    .orderBy('period')
    .execute()
  return rows.map(({ id, unit_id, indicator, period, tenths, people, source }) =>
    Figure.parse({
      id,
      unit: unit_id === '' ? null : unit_id,
      indicator,
      period,
      value: tenths / 10,
      people,
      source,
    }),
  )
}

const rowsAtOnce = 200

/** Each in place of the one of its unit, indicator and period. */
export async function saveFigures(
  db: OfficeDatabase,
  assessment: AssessmentId,
  figures: readonly HrFigure[],
): Promise<void> {
  const rows = figures.map(({ unit, indicator, period, value, people, source }) => ({
    id: randomUUID(),
    assessment_id: assessment,
    unit_id: unit ?? '',
    indicator,
    period,
    tenths: Math.round(value * 10),
    people,
    source,
  }))
  for (let first = 0; first < rows.length; first += rowsAtOnce) {
    await db
      .insertInto('hr_figure')
      .values(rows.slice(first, first + rowsAtOnce))
      .onConflict((conflict) =>
        conflict
          .columns(['assessment_id', 'unit_id', 'indicator', 'period'])
          .doUpdateSet((row) => ({
            tenths: row.ref('excluded.tenths'),
            people: row.ref('excluded.people'),
            source: row.ref('excluded.source'),
          })),
      )
      .execute()
  }
}

/** @returns false when there was no such figure */
export async function removeFigure(
  db: OfficeDatabase,
  assessment: AssessmentId,
  id: FigureId,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('hr_figure')
    .where('id', '=', id)
    .where('assessment_id', '=', assessment)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

export async function removeFigures(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<void> {
  await db.deleteFrom('hr_figure').where('assessment_id', '=', assessment).execute()
}
