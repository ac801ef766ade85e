import { AssessmentId } from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'
import { KeyHolderId } from '../trustees/contract.ts'
import { Participation, StopReason } from './contract.ts'

export async function findParticipation(
  db: OfficeDatabase,
  id: AssessmentId,
): Promise<Participation | undefined> {
  const row = await db
    .selectFrom('participation')
    .select(['counted_on', 'rates'])
    .where('assessment_id', '=', id)
    .executeTakeFirst()
  return (
    row && Participation.parse({ ...JSON.parse(row.rates), countedOn: row.counted_on })
  )
}

/** Puts today's count in place of the last one. */
export async function saveParticipation(
  db: OfficeDatabase,
  id: AssessmentId,
  { organization, units }: Participation,
  countedOn: string,
): Promise<void> {
  const row = { counted_on: countedOn, rates: JSON.stringify({ organization, units }) }
  await db
    .insertInto('participation')
    .values({ assessment_id: id, ...row })
    .onConflict((conflict) => conflict.column('assessment_id').doUpdateSet(row))
    .execute()
}

export interface UnsealingRow {
  readonly tallyKey: string
  readonly parts: number
  readonly stoppedFor: StopReason | null
  readonly stoppedBy: string | null
}

export async function findUnsealing(
  db: OfficeDatabase,
  id: AssessmentId,
): Promise<UnsealingRow | undefined> {
  const row = await db
    .selectFrom('unsealing')
    .selectAll()
    .where('assessment_id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      tallyKey: row.tally_key,
      parts: row.parts,
      stoppedFor: StopReason.nullable().parse(row.stopped_for),
      stoppedBy: row.stopped_by,
    }
  )
}

export async function saveUnsealing(
  db: OfficeDatabase,
  id: AssessmentId,
  { tallyKey, parts }: Pick<UnsealingRow, 'tallyKey' | 'parts'>,
): Promise<void> {
  await db
    .insertInto('unsealing')
    .values({
      assessment_id: id,
      tally_key: tallyKey,
      parts,
      stopped_for: null,
      stopped_by: null,
    })
    .execute()
}

export async function saveStop(
  db: OfficeDatabase,
  id: AssessmentId,
  reason: StopReason | null,
  by: string | null,
): Promise<void> {
  await db
    .updateTable('unsealing')
    .set({ stopped_for: reason, stopped_by: by })
    .where('assessment_id', '=', id)
    .execute()
}

/** Which key holder, of which assessment, in which part. */
export interface PartOf {
  readonly assessment: AssessmentId
  readonly trustee: string
  readonly part: number
}

export async function saveSealedPart(
  db: OfficeDatabase,
  { assessment, trustee, part }: PartOf,
  shares: string,
): Promise<void> {
  await db
    .insertInto('sealed_shares')
    .values({ assessment_id: assessment, trustee_id: trustee, part, shares })
    .execute()
}

export async function findSealedPart(
  db: OfficeDatabase,
  { assessment, trustee, part }: PartOf,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('sealed_shares')
    .select('shares')
    .where('assessment_id', '=', assessment)
    .where('trustee_id', '=', trustee)
    .where('part', '=', part)
    .executeTakeFirst()
  return row?.shares
}

/** Delivering a part again puts it in place of the first. */
export async function saveDeliveredPart(
  db: OfficeDatabase,
  { assessment, trustee, part }: PartOf,
  shares: string,
): Promise<void> {
  await db
    .insertInto('delivered_shares')
    .values({ assessment_id: assessment, trustee_id: trustee, part, shares })
    .onConflict((conflict) =>
      conflict.columns(['assessment_id', 'trustee_id', 'part']).doUpdateSet({ shares }),
    )
    .execute()
}

/** Which parts have arrived, by key holder, in order. */
export async function listDelivered(
  db: OfficeDatabase,
  id: AssessmentId,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const rows = await db
    .selectFrom('delivered_shares')
    .select(['trustee_id', 'part'])
    .where('assessment_id', '=', id)
    .orderBy('part')
    .execute()
  const byTrustee = Map.groupBy(rows, ({ trustee_id }) => trustee_id)
  return new Map(
    [...byTrustee].map(([trustee, parts]) => [trustee, parts.map(({ part }) => part)]),
  )
}

/** One part of what a key holder delivered. @throws when it is not there */
export async function readDelivered(
  db: OfficeDatabase,
  { assessment, trustee, part }: PartOf,
): Promise<string> {
  const { shares } = await db
    .selectFrom('delivered_shares')
    .select('shares')
    .where('assessment_id', '=', assessment)
    .where('trustee_id', '=', trustee)
    .where('part', '=', part)
    .executeTakeFirstOrThrow()
  return shares
}

export async function removeDelivered(
  db: OfficeDatabase,
  id: AssessmentId,
  trustee: string,
): Promise<void> {
  await db
    .deleteFrom('delivered_shares')
    .where('assessment_id', '=', id)
    .where('trustee_id', '=', trustee)
    .execute()
}

/** A new pass takes the place of the one before. */
export async function savePass(
  db: OfficeDatabase,
  { assessment, trustee }: Omit<PartOf, 'part'>,
  passHash: string,
): Promise<void> {
  await db
    .insertInto('unsealing_pass')
    .values({ assessment_id: assessment, trustee_id: trustee, pass_hash: passHash })
    .onConflict((conflict) =>
      conflict
        .columns(['assessment_id', 'trustee_id'])
        .doUpdateSet({ pass_hash: passHash }),
    )
    .execute()
}

export async function findByPass(
  db: OfficeDatabase,
  passHash: string,
): Promise<
  { readonly assessment: AssessmentId; readonly trustee: KeyHolderId } | undefined
> {
  const row = await db
    .selectFrom('unsealing_pass')
    .select(['assessment_id', 'trustee_id'])
    .where('pass_hash', '=', passHash)
    .executeTakeFirst()
  return (
    row && {
      assessment: AssessmentId.parse(row.assessment_id),
      trustee: KeyHolderId.parse(row.trustee_id),
    }
  )
}

/** Forgets every share and who may deliver some. */
export async function removeUnsealing(
  db: OfficeDatabase,
  id: AssessmentId,
): Promise<void> {
  const tables = [
    'delivered_shares',
    'sealed_shares',
    'unsealing_pass',
    'unsealing',
  ] as const
  for (const table of tables) {
    await db.deleteFrom(table).where('assessment_id', '=', id).execute()
  }
}

export async function saveWithheld(
  db: OfficeDatabase,
  id: AssessmentId,
  sealed: string,
): Promise<void> {
  await db.insertInto('withheld_release').values({ assessment_id: id, sealed }).execute()
}

export async function findWithheld(
  db: OfficeDatabase,
  id: AssessmentId,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('withheld_release')
    .select('sealed')
    .where('assessment_id', '=', id)
    .executeTakeFirst()
  return row?.sealed
}

export async function removeWithheld(
  db: OfficeDatabase,
  id: AssessmentId,
): Promise<void> {
  await db.deleteFrom('withheld_release').where('assessment_id', '=', id).execute()
}
