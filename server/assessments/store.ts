import type { PublicationPlan } from '#analysis/disclosure/publication-plan.ts'
import { nothingBeside } from '#surveys/compose.ts'
import type { Member } from '../accounts/access.ts'
import type { OfficeDatabase } from '../database/office.ts'
import { listAgreements } from './agreements/store.ts'
import {
  type Assessment,
  type AssessmentId,
  type ChangeableAssessment,
  type DraftAssessment,
  type DutyRead,
  noDuties,
  type Plan,
  type Questions,
  type State,
  type Unit,
} from './contract.ts'
import { type Row, toAssessment } from './from-row.ts'
import { after, mayFollow } from './states.ts'

type Of = Pick<Member, 'organization'>

export async function listAssessments(
  db: OfficeDatabase,
  { organization }: Of,
): Promise<readonly Assessment[]> {
  const rows = await db
    .selectFrom('assessment')
    .selectAll()
    .where('organization_id', '=', organization.id)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return oneByOne(db, rows)
}

/** A large one takes ten milliseconds to read: others have their turn between two. */
async function oneByOne(db: OfficeDatabase, rows: readonly Row[]): Promise<Assessment[]> {
  const found: Assessment[] = []
  for (const row of rows) found.push(await withAgreements(db, row))
  return found
}

async function withAgreements(db: OfficeDatabase, row: Row): Promise<Assessment> {
  return toAssessment(row, await listAgreements(db, row))
}

/** Assessments of every organization in one state, for the clock: no person asks. */
export async function listInState<State extends Assessment['state']>(
  db: OfficeDatabase,
  state: State,
): Promise<readonly Extract<Assessment, { state: State }>[]> {
  const rows = await db
    .selectFrom('assessment')
    .selectAll()
    .where('state', '=', state)
    .orderBy('id')
    .execute()
  type InState = Extract<Assessment, { state: State }>
  return (await oneByOne(db, rows)).filter((one): one is InState => one.state === state)
}

/** An assessment of the member's own organization; another's does not exist for them. */
export async function findAssessment(
  db: OfficeDatabase,
  { organization }: Of,
  id: AssessmentId,
): Promise<Assessment | undefined> {
  const row = await partOf(db, id)
    .selectAll()
    .where('organization_id', '=', organization.id)
    .executeTakeFirst()
  return row && withAgreements(db, row)
}

/** An assessment whoever asks: for the clock, and for key holders who have no account. */
export async function findAnyAssessment(
  db: OfficeDatabase,
  id: AssessmentId,
): Promise<Assessment | undefined> {
  const row = await partOf(db, id).selectAll().executeTakeFirst()
  return row && withAgreements(db, row)
}

const nothingYet = {
  contacts_checked_on: null,
  closes_on: null,
  results_by: null,
  approved_by: null,
  approved_plan: null,
  publication_plan: null,
  manifest: null,
  survey_number: null,
  frozen_on: null,
  opened_on: null,
  closed_on: null,
  released_on: null,
  aborted_on: null,
  aborted_for: null,
  shredded_on: null,
}

export async function saveNewDraft(
  db: OfficeDatabase,
  { organization }: Of,
  draft: Pick<DraftAssessment, 'id' | 'name' | 'languages'>,
): Promise<void> {
  await db
    .insertInto('assessment')
    .values({
      id: draft.id,
      organization_id: organization.id,
      organization_name: organization.name,
      example: organization.example ? 1 : 0,
      follows: null,
      name: draft.name,
      state: 'draft',
      revision: 1,
      units: '[]',
      languages: JSON.stringify(draft.languages),
      contacts: '{}',
      questions: JSON.stringify(nothingBeside),
      duties: JSON.stringify(noDuties),
      duty_read: '[]',
      ...nothingYet,
    })
    .execute()
}

/** What a draft takes over from the assessment it follows. */
export interface TakenOver extends Pick<DraftAssessment, 'id' | 'name'> {
  readonly follows: AssessmentId
  readonly plan: Plan
  readonly units: readonly Unit[]
  readonly questions: Questions
}

/**
 * A draft with what it takes over.
 *
 * @returns false when another assessment that was not given up follows the same one already
 */
export async function saveFollowing(
  db: OfficeDatabase,
  member: Of,
  { id, name, follows, plan, units, questions }: TakenOver,
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    // Held until the draft is there: whoever comes second finds it.
    await transaction
      .updateTable('assessment')
      .set((set) => ({ revision: set.ref('revision') }))
      .where('id', '=', follows)
      .execute()
    const other = await transaction
      .selectFrom('assessment')
      .select('id')
      .where('follows', '=', follows)
      .where('aborted_on', 'is', null)
      .executeTakeFirst()
    if (other) return false
    const { languages } = plan
    await saveNewDraft(transaction, member, { id, name, languages })
    await transaction
      .updateTable('assessment')
      .set({
        follows,
        units: JSON.stringify(units),
        contacts: JSON.stringify(plan.contacts),
        questions: JSON.stringify(questions),
        duties: JSON.stringify(plan.duties),
      })
      .where('id', '=', id)
      .execute()
    return true
  })
}

/** @returns false when the assessment is no longer that draft */
export async function savePlan(
  db: OfficeDatabase,
  draft: ChangeableAssessment,
  plan: Plan,
): Promise<boolean> {
  return saveDraft(db, draft, {
    name: plan.name,
    languages: JSON.stringify(plan.languages),
    contacts: JSON.stringify(plan.contacts),
    contacts_checked_on: plan.contactsCheckedOn,
    closes_on: plan.closesOn,
    results_by: plan.resultsBy,
    duties: JSON.stringify(plan.duties),
  })
}

/** @returns false when the assessment is no longer that draft */
export async function saveQuestions(
  db: OfficeDatabase,
  draft: ChangeableAssessment,
  questions: Questions,
): Promise<boolean> {
  return saveDraft(db, draft, { questions: JSON.stringify(questions) })
}

/**
 * Who agreed to the duty to act. No new revision: what was approved stands as it was.
 *
 * @returns false when the assessment is no longer that draft
 */
export async function saveDutyRead(
  db: OfficeDatabase,
  { id, revision, dutyRead: before }: ChangeableAssessment,
  dutyRead: readonly DutyRead[],
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('assessment')
    .set({ duty_read: JSON.stringify(dutyRead) })
    .where('id', '=', id)
    .where('state', 'in', ['draft', 'reviewed'])
    .where('revision', '=', revision)
    .where('duty_read', '=', JSON.stringify(before))
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** @returns false when the assessment is no longer that draft */
export async function saveUnits(
  db: OfficeDatabase,
  draft: ChangeableAssessment,
  units: readonly Unit[],
): Promise<boolean> {
  return saveDraft(db, draft, { units: JSON.stringify(units) })
}

/** Raises the revision although the change is kept elsewhere. */
export async function saveChange(
  db: OfficeDatabase,
  draft: ChangeableAssessment,
): Promise<boolean> {
  return saveDraft(db, draft, {})
}

/** Every change takes an approval back: it was given to something else. */
async function saveDraft(
  db: OfficeDatabase,
  { id, revision }: ChangeableAssessment,
  changed: Partial<Row>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('assessment')
    .set({ ...changed, state: 'draft', revision: revision + 1, approved_by: null })
    .where('id', '=', id)
    .where('state', 'in', ['draft', 'reviewed'])
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Every assessment of an organization, with all that belongs to them. */
export async function removeAssessments(
  db: OfficeDatabase,
  { organization }: Of,
): Promise<void> {
  await db
    .deleteFrom('assessment')
    .where('organization_id', '=', organization.id)
    .execute()
}

/** What a step writes beside the state. */
export type StepColumns = Partial<
  Pick<
    Row,
    | 'approved_by'
    | 'approved_plan'
    | 'publication_plan'
    | 'manifest'
    | 'survey_number'
    | 'frozen_on'
    | 'opened_on'
    | 'closed_on'
    | 'released_on'
    | 'aborted_on'
    | 'aborted_for'
    | 'shredded_on'
  >
>

/**
 * Moves an assessment one step. Only a step that the table of states names can be asked for.
 *
 * @returns false when it was not in the state before, or changed since it was read
 */
export async function saveStep<From extends State>(
  db: OfficeDatabase,
  { id, revision, state }: Pick<Assessment, 'id' | 'revision'> & { state: From },
  to: (typeof after)[From][number],
  columns: StepColumns,
): Promise<boolean> {
  if (!mayFollow(state, to)) return false
  const { numUpdatedRows } = await db
    .updateTable('assessment')
    .set({ ...columns, state: to })
    .where('id', '=', id)
    .where('state', '=', state)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** The plan as the employee side last approved it, as it was kept. */
export async function findApprovedPlan(
  db: OfficeDatabase,
  id: AssessmentId,
): Promise<string | undefined> {
  const row = await partOf(db, id).select('approved_plan').executeTakeFirst()
  return row?.approved_plan ?? undefined
}

export async function findPublicationPlan(
  db: OfficeDatabase,
  id: AssessmentId,
): Promise<PublicationPlan | undefined> {
  const text = (await partOf(db, id).select('publication_plan').executeTakeFirst())
    ?.publication_plan
  return text ? JSON.parse(text) : undefined
}

/** The manifest as it was frozen, in the text that was signed. */
export async function findManifest(
  db: OfficeDatabase,
  id: AssessmentId,
): Promise<string | undefined> {
  return (
    (await partOf(db, id).select('manifest').executeTakeFirst())?.manifest ?? undefined
  )
}

export async function findState(
  db: OfficeDatabase,
  id: AssessmentId,
): Promise<State | undefined> {
  const row = await partOf(db, id).select('state').executeTakeFirst()
  return row && Object.keys(after).find((state): state is State => state === row.state)
}

const partOf = (db: OfficeDatabase, id: AssessmentId) =>
  db.selectFrom('assessment').where('id', '=', id)
