import { AssessmentId } from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'
import { BriefingId, BriefingPlan, Totals, UnitTotals } from './contract.ts'

/** A session as it is stored. */
export interface StoredBriefing extends BriefingPlan {
  readonly id: BriefingId
  readonly state: 'planned' | 'cancelled'
  readonly sequence: number
}

/** Every session of an assessment, in the order of their days. */
export async function listBriefings(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<readonly StoredBriefing[]> {
  const rows = await db
    .selectFrom('briefing')
    .selectAll()
    .where('assessment_id', '=', assessment)
    .execute()
  const found = rows.map((row) => ({
    ...BriefingPlan.parse(JSON.parse(row.plan)),
    id: BriefingId.parse(row.id),
    state: row.state === 'cancelled' ? ('cancelled' as const) : ('planned' as const),
    sequence: row.sequence,
  }))
  return found.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
}

const placeOf = ({ day, time, id }: StoredBriefing): string => `${day} ${time} ${id}`

export async function saveBriefing(
  db: OfficeDatabase,
  assessment: AssessmentId,
  id: BriefingId,
  plan: BriefingPlan,
): Promise<void> {
  const row = { state: 'planned', sequence: 0, plan: JSON.stringify(plan) }
  await db
    .insertInto('briefing')
    .values({ id, assessment_id: assessment, ...row })
    .execute()
}

/** @returns false when another request changed it meanwhile, or it was cancelled */
export async function saveChange(
  db: OfficeDatabase,
  { id, sequence }: Pick<StoredBriefing, 'id' | 'sequence'>,
  change: { readonly plan: BriefingPlan } | { readonly state: 'cancelled' },
): Promise<boolean> {
  const columns = 'plan' in change ? { plan: JSON.stringify(change.plan) } : change
  const { numUpdatedRows } = await db
    .updateTable('briefing')
    .set({ ...columns, sequence: sequence + 1 })
    .where('id', '=', id)
    .where('sequence', '=', sequence)
    .where('state', '=', 'planned')
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export async function listTotals(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<ReadonlyMap<string, Totals>> {
  const rows = await db
    .selectFrom('briefing_totals')
    .select(['subject', 'totals'])
    .where('assessment_id', '=', assessment)
    .execute()
  return new Map(rows.map((row) => [row.subject, Totals.parse(JSON.parse(row.totals))]))
}

/** Puts totals in the place of earlier ones. */
export async function saveTotals(
  db: OfficeDatabase,
  assessment: AssessmentId,
  subject: string,
  counted: Totals,
): Promise<void> {
  const totals = JSON.stringify(counted)
  await db
    .insertInto('briefing_totals')
    .values({ assessment_id: assessment, subject, totals })
    .onConflict((conflict) =>
      conflict.columns(['assessment_id', 'subject']).doUpdateSet({ totals }),
    )
    .execute()
}

export async function findUnitTotals(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<UnitTotals> {
  const row = await db
    .selectFrom('briefing_reach')
    .select('units')
    .where('assessment_id', '=', assessment)
    .executeTakeFirst()
  return UnitTotals.parse({ units: row ? JSON.parse(row.units) : {} })
}

export async function saveUnitTotals(
  db: OfficeDatabase,
  assessment: AssessmentId,
  totals: UnitTotals,
): Promise<void> {
  const units = JSON.stringify(totals.units)
  await db
    .insertInto('briefing_reach')
    .values({ assessment_id: assessment, units })
    .onConflict((conflict) => conflict.column('assessment_id').doUpdateSet({ units }))
    .execute()
}

export async function findBox(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('briefing_seat_box')
    .select('sealed')
    .where('assessment_id', '=', assessment)
    .executeTakeFirst()
  return row?.sealed
}

/** Makes room for seats; a box that is there stays. */
export async function saveEmptyBox(
  db: OfficeDatabase,
  assessment: AssessmentId,
  sealed: string,
): Promise<void> {
  await db
    .insertInto('briefing_seat_box')
    .values({ assessment_id: assessment, sealed })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** @returns false when another request changed it since it was read */
export async function saveBox(
  db: OfficeDatabase,
  assessment: AssessmentId,
  before: string,
  sealed: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('briefing_seat_box')
    .set({ sealed })
    .where('assessment_id', '=', assessment)
    .where('sealed', '=', before)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export async function listBoxes(db: OfficeDatabase): Promise<readonly AssessmentId[]> {
  const rows = await db.selectFrom('briefing_seat_box').select('assessment_id').execute()
  return rows.map(({ assessment_id }) => AssessmentId.parse(assessment_id))
}
