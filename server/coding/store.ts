import { sql } from 'kysely'
import type { Codebook as CodebookOf, CodeId } from '#analysis/coding/codebook.ts'
import type { Answers } from '#surveys/questionnaire.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'
import { Codebook, LockedThemes } from './contract.ts'

export interface StoredStudy {
  readonly round: number
  readonly codebook: CodebookOf
  readonly locked: LockedThemes | null
}

export interface Coder {
  readonly userId: string
  readonly place: 1 | 2
  /** the last round whose sample was finished */
  readonly finished: number
}

export interface StudySegment {
  readonly id: string
  readonly round: number
  /** one of those that both code */
  readonly twice: boolean
}

/** What one coder made of one segment. */
export interface Given {
  readonly segment: string
  readonly coder: string
  readonly codes: readonly CodeId[]
}

export async function findStudy(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<StoredStudy | undefined> {
  const row = await db
    .selectFrom('coding_study')
    .select(['round', 'codebook', 'locked'])
    .where('assessment_id', '=', assessment)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    round: row.round,
    codebook: Codebook.parse(JSON.parse(row.codebook)),
    locked: row.locked === null ? null : LockedThemes.parse(JSON.parse(row.locked)),
  }
}

/** @returns what the form of each coded group would say; undefined before it is locked */
export async function findAnswers(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<readonly Answers[] | undefined> {
  const row = await db
    .selectFrom('coding_study')
    .select('answers')
    .where('assessment_id', '=', assessment)
    .executeTakeFirst()
  return row?.answers ? JSON.parse(row.answers) : undefined
}

/** Makes the study where there is none, and begins its next round where there is one. */
export async function beginRound(
  db: OfficeDatabase,
  assessment: AssessmentId,
  codebook: CodebookOf,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('coding_study')
    .values({
      assessment_id: assessment,
      round: 1,
      codebook: JSON.stringify(codebook),
      locked: null,
      answers: null,
    })
    .onConflict((conflict) =>
      conflict
        .column('assessment_id')
        .doUpdateSet({ round: sql`coding_study.round + 1` })
        .where('coding_study.locked', 'is', null),
    )
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/**
 * Keeps everybody else from changing the study until the transaction ends.
 *
 * @returns false when there is none, or it is locked
 */
export async function holdOpen(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('coding_study')
    .set({ round: sql`round` })
    .where('assessment_id', '=', assessment)
    .where('locked', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export async function saveCodebook(
  db: OfficeDatabase,
  assessment: AssessmentId,
  codebook: CodebookOf,
): Promise<void> {
  await db
    .updateTable('coding_study')
    .set({ codebook: JSON.stringify(codebook) })
    .where('assessment_id', '=', assessment)
    .execute()
}

/** Locks the study. To be called while it is held open. */
export async function saveLock(
  db: OfficeDatabase,
  assessment: AssessmentId,
  locked: LockedThemes,
  answers: readonly Answers[],
): Promise<void> {
  await db
    .updateTable('coding_study')
    .set({ locked: JSON.stringify(locked), answers: JSON.stringify(answers) })
    .where('assessment_id', '=', assessment)
    .execute()
}

export async function listCoders(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<readonly Coder[]> {
  const rows = await db
    .selectFrom('coding_coder')
    .select(['user_id', 'place', 'finished'])
    .where('assessment_id', '=', assessment)
    .orderBy('place')
    .execute()
  return rows.map(({ user_id, place, finished }) => {
    return { userId: user_id, place: place === 1 ? 1 : 2, finished }
  })
}

/** @returns false when somebody else has the place, or this person another one */
export async function saveCoder(
  db: OfficeDatabase,
  assessment: AssessmentId,
  { userId, place, finished }: Coder,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('coding_coder')
    .values({ assessment_id: assessment, user_id: userId, place, finished })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function saveFinished(
  db: OfficeDatabase,
  assessment: AssessmentId,
  coder: string,
  round: number,
): Promise<void> {
  await db
    .updateTable('coding_coder')
    .set({ finished: round })
    .where('assessment_id', '=', assessment)
    .where('user_id', '=', coder)
    .execute()
}

export async function listStudySegments(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<readonly StudySegment[]> {
  const rows = await db
    .selectFrom('coding_segment')
    .select(['segment_id', 'round', 'twice'])
    .where('assessment_id', '=', assessment)
    .execute()
  return rows.map(({ segment_id, round, twice }) => {
    return { id: segment_id, round, twice: twice === 1 }
  })
}

/** Every statement has room for so many rows, whatever the database. */
const rowsAtOnce = 100

export async function saveStudySegments(
  db: OfficeDatabase,
  assessment: AssessmentId,
  segments: readonly StudySegment[],
): Promise<void> {
  for (const some of inParts(segments)) {
    await db
      .insertInto('coding_segment')
      .values(
        some.map(({ id, round, twice }) => ({
          segment_id: id,
          assessment_id: assessment,
          round,
          twice: twice ? 1 : 0,
        })),
      )
      .execute()
  }
}

export async function listGiven(
  db: OfficeDatabase,
  assessment: AssessmentId,
): Promise<readonly Given[]> {
  const rows = await db
    .selectFrom('coding_given')
    .select(['segment_id', 'coder_id', 'codes'])
    .where('assessment_id', '=', assessment)
    .orderBy('segment_id')
    .orderBy('coder_id')
    .execute()
  return rows.map(({ segment_id, coder_id, codes }) => {
    return { segment: segment_id, coder: coder_id, codes: JSON.parse(codes) }
  })
}

/** Keeps what a coder made of segments, in place of what it was before. */
export async function saveGiven(
  db: OfficeDatabase,
  assessment: AssessmentId,
  given: readonly Given[],
): Promise<void> {
  for (const some of inParts(given)) {
    await db
      .insertInto('coding_given')
      .values(
        some.map(({ segment, coder, codes }) => ({
          assessment_id: assessment,
          segment_id: segment,
          coder_id: coder,
          codes: JSON.stringify([...codes].sort()),
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['segment_id', 'coder_id'])
          .doUpdateSet({ codes: sql`excluded.codes` }),
      )
      .execute()
  }
}

function* inParts<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    yield rows.slice(from, from + rowsAtOnce)
  }
}
