import { isLocale, type Locale } from '#surveys/locale.ts'
import { AssessmentId } from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'
import { RoundKind, Way } from './contract.ts'
import type { Invitee } from './merge-list.ts'

const rowsInPage = 500

/** The list of an assessment, by unit and place. */
export async function listInvitees(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<readonly Invitee[]> {
  const invitees: Invitee[] = []
  for await (const part of listInParts(db, assessment)) invitees.push(...part)
  return invitees
}

/** A hundred thousand rows at once would take long to take over. */
async function* listInParts(
  db: OfficeDatabase,
  assessment: AssessmentId,
): AsyncGenerator<readonly Invitee[]> {
  const ordered = db
    .selectFrom('invitee')
    .selectAll()
    .where('assessment_id', '=', assessment)
    .orderBy('unit_id')
    .orderBy('place')
    .limit(rowsInPage)
  let rows = await ordered.execute()
  for (let last = rows.at(-1); last; last = rows.at(-1)) {
    yield rows.map(({ id, unit_id, place, email, name, locale }) => ({
      id,
      unit: unit_id,
      place,
      email,
      name,
      locale: isLocale(locale) ? locale : null,
    }))
    if (rows.length < rowsInPage) return
    const { unit_id, place } = last
    rows = await ordered
      .where((one) =>
        one(one.refTuple('unit_id', 'place'), '>', one.tuple(unit_id, place)),
      )
      .execute()
  }
}

/** The list as it is from now on, some hundred people to a part. */
export async function replaceInvitees(
  db: OfficeDatabase,
  assessment: AssessmentId,
  parts: Iterable<readonly Invitee[]>,
): Promise<void> {
  await db.deleteFrom('invitee').where('assessment_id', '=', assessment).execute()
  for (const part of parts) {
    const rows = part.map(({ id, unit, place, email, name, locale }) => ({
      id,
      assessment_id: assessment,
      unit_id: unit,
      place,
      email,
      name,
      locale,
    }))
    await db.insertInto('invitee').values(rows).execute()
  }
}

/** How the people of one unit are invited. */
export interface UnitWay {
  readonly unit: string
  readonly way: Way
  readonly languages: readonly Locale[]
  readonly printings: number
}

export async function listWays(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<readonly UnitWay[]> {
  const rows = await db
    .selectFrom('invitation_way')
    .selectAll()
    .where('assessment_id', '=', assessment)
    .execute()
  return rows.map(({ unit_id, way, languages, printings }) => ({
    unit: unit_id,
    way: Way.parse(way),
    languages: JSON.parse(languages),
    printings,
  }))
}

/** Keeps how each unit is invited, in place of what was chosen before. */
export async function saveWays(
  db: OfficeDatabase,
  assessment: AssessmentId,
  ways: readonly UnitWay[],
): Promise<void> {
  for (const { unit, way, languages, printings } of ways) {
    const chosen = { way, languages: JSON.stringify(languages), printings }
    await db
      .insertInto('invitation_way')
      .values({ assessment_id: assessment, unit_id: unit, ...chosen })
      .onConflict((conflict) =>
        conflict.columns(['assessment_id', 'unit_id']).doUpdateSet(chosen),
      )
      .execute()
  }
}

/** The last batch of mail of an assessment. */
export interface MailRound {
  readonly kind: RoundKind
  /** ISO, to the minute: the date every mail of it gives */
  readonly dated: string
  /** sealed places still to be written to; null once all are */
  readonly toSend: string | null
}

export async function findRound(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<MailRound | undefined> {
  const row = await db
    .selectFrom('mail_round')
    .selectAll()
    .where('assessment_id', '=', assessment)
    .executeTakeFirst()
  return row && { kind: RoundKind.parse(row.kind), dated: row.dated, toSend: row.to_send }
}

/** @returns false when the batch before it has not ended */
export async function saveRound(
  db: OfficeDatabase,
  assessment: AssessmentId,
  { kind, dated, toSend }: MailRound,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('mail_round')
    .values({ assessment_id: assessment, kind, dated, to_send: toSend })
    .onConflict((conflict) =>
      conflict
        .column('assessment_id')
        .doUpdateSet({ kind, dated, to_send: toSend })
        .where('mail_round.to_send', 'is', null),
    )
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Who is left to be written to in the batch that goes on. */
export async function saveToSend(
  db: OfficeDatabase,
  assessment: AssessmentId,
  toSend: string | null,
): Promise<void> {
  await db
    .updateTable('mail_round')
    .set({ to_send: toSend })
    .where('assessment_id', '=', assessment)
    .execute()
}

/** Every assessment with a batch that has not ended, for the start of the server. */
export async function listUnfinishedRounds(
  db: OfficeDatabase,
): Promise<readonly AssessmentId[]> {
  const rows = await db
    .selectFrom('mail_round')
    .select('assessment_id')
    .where('to_send', 'is not', null)
    .orderBy('assessment_id')
    .execute()
  return rows.map(({ assessment_id }) => AssessmentId.parse(assessment_id))
}

export async function findMuted(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('mute_list')
    .select('places')
    .where('assessment_id', '=', assessment)
    .executeTakeFirst()
  return row?.places
}

/** @returns false when somebody else changed it since it was read: read it again */
export async function saveMuted(
  db: OfficeDatabase,
  assessment: AssessmentId,
  before: string | undefined,
  places: string,
): Promise<boolean> {
  if (before === undefined) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('mute_list')
      .values({ assessment_id: assessment, places })
      .onConflict((conflict) => conflict.column('assessment_id').doNothing())
      .executeTakeFirstOrThrow()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await db
    .updateTable('mute_list')
    .set({ places })
    .where('assessment_id', '=', assessment)
    .where('places', '=', before)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Every assessment of which it is still known whom to invite. */
export async function listRemembered(
  db: OfficeDatabase,
): Promise<readonly AssessmentId[]> {
  const rows = await db
    .selectFrom('invitee')
    .select('assessment_id')
    .union(db.selectFrom('mail_round').select('assessment_id'))
    .union(db.selectFrom('mute_list').select('assessment_id'))
    .execute()
  return rows.map(({ assessment_id }) => AssessmentId.parse(assessment_id))
}

/** Whom was to be invited, what was sent and who wanted no reminders, all of it. */
export async function removeInvitations(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<void> {
  for (const table of ['invitee', 'mail_round', 'mute_list'] as const) {
    await db.deleteFrom(table).where('assessment_id', '=', assessment).execute()
  }
}
