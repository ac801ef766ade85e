import type { CodeId } from '#analysis/coding/codebook.ts'
import type { MemberCheckOutcome } from '#analysis/coding/locked-study.ts'
import type { Decision, Verdict } from '#analysis/coding/reconciliation.ts'
import type { AssessmentId } from '../../assessments/contract.ts'
import type { OfficeDatabase } from '../../database/office.ts'

export interface MemberCheck {
  readonly code: CodeId
  readonly outcome: MemberCheckOutcome
  readonly note: string
}

export async function listDecisions(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<readonly Decision[]> {
  const rows = await db
    .selectFrom('coding_decision')
    .select(['segment_id', 'code', 'verdict', 'reason'])
    .where('assessment_id', '=', assessment)
    .execute()
  // Written by `saveDecision` alone.
  return rows.map(({ segment_id, code, verdict, reason }) => {
    return {
      segment: segment_id,
      code: code as CodeId,
      verdict: verdict as Verdict,
      reason,
    }
  })
}

export async function saveDecision(
  db: OfficeDatabase,
  assessment: AssessmentId,
  { segment, code, verdict, reason }: Decision,
): Promise<void> {
  await db
    .insertInto('coding_decision')
    .values({ assessment_id: assessment, segment_id: segment, code, verdict, reason })
    .onConflict((conflict) =>
      conflict.columns(['segment_id', 'code']).doUpdateSet({ verdict, reason }),
    )
    .execute()
}

export async function listParaphrases(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('coding_paraphrase')
    .select(['segment_id', 'text'])
    .where('assessment_id', '=', assessment)
    .execute()
  return new Map(rows.map(({ segment_id, text }) => [segment_id, text]))
}

export async function saveParaphrase(
  db: OfficeDatabase,
  assessment: AssessmentId,
  segment: string,
  text: string,
): Promise<void> {
  await db
    .insertInto('coding_paraphrase')
    .values({ assessment_id: assessment, segment_id: segment, text })
    .onConflict((conflict) => conflict.column('segment_id').doUpdateSet({ text }))
    .execute()
}

export async function removeParaphrase(
  db: OfficeDatabase,
  assessment: AssessmentId,
  segment: string,
): Promise<void> {
  await db
    .deleteFrom('coding_paraphrase')
    .where('assessment_id', '=', assessment)
    .where('segment_id', '=', segment)
    .execute()
}

export async function listChecks(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<readonly MemberCheck[]> {
  const rows = await db
    .selectFrom('coding_check')
    .select(['code', 'outcome', 'note'])
    .where('assessment_id', '=', assessment)
    .execute()
  // Written by `saveCheck` alone.
  return rows.map(({ code, outcome, note }) => {
    return { code: code as CodeId, outcome: outcome as MemberCheckOutcome, note }
  })
}

export async function saveCheck(
  db: OfficeDatabase,
  assessment: AssessmentId,
  { code, outcome, note }: MemberCheck,
): Promise<void> {
  await db
    .insertInto('coding_check')
    .values({ assessment_id: assessment, code, outcome, note })
    .onConflict((conflict) =>
      conflict.columns(['assessment_id', 'code']).doUpdateSet({ outcome, note }),
    )
    .execute()
}
