import type { Selectable } from 'kysely'
import type { PublicationPlan } from '#analysis/disclosure/publication-plan.ts'
import type { Member } from '../accounts/access.ts'
import type { OfficeDatabase } from '../database/office.ts'
import {
  Assessment,
  type AssessmentId,
  type DraftAssessment,
  type Plan,
  type Unit,
} from './contract.ts'
import { countedUnits } from './counted-units.ts'
import type { AssessmentTables } from './tables.ts'

type Row = Selectable<AssessmentTables['assessment']>
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
  return rows.map((row) => toAssessment(row))
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
  return rows.map(toAssessment).filter((assessment) => isIn(assessment, state))
}

function isIn<State extends Assessment['state']>(
  assessment: Assessment,
  state: State,
): assessment is Extract<Assessment, { state: State }> {
  return assessment.state === state
}

/** An assessment of the member's own organization; another's does not exist for them. */
export async function findAssessment(
  db: OfficeDatabase,
  { organization }: Of,
  id: AssessmentId,
): Promise<Assessment | undefined> {
  const row = await db
    .selectFrom('assessment')
    .selectAll()
    .where('id', '=', id)
    .where('organization_id', '=', organization.id)
    .executeTakeFirst()
  return row && toAssessment(row)
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
      name: draft.name,
      state: 'draft',
      revision: 1,
      units: '[]',
      languages: JSON.stringify(draft.languages),
      contacts: '{}',
      contacts_checked_on: null,
      results_by: null,
      approved_by: null,
      publication_plan: null,
      opened_on: null,
      closed_on: null,
      released_on: null,
    })
    .execute()
}

/** @returns false when the assessment is no longer that draft */
export async function savePlan(
  db: OfficeDatabase,
  draft: DraftAssessment,
  plan: Plan,
): Promise<boolean> {
  return saveDraft(db, draft, {
    name: plan.name,
    languages: JSON.stringify(plan.languages),
    contacts: JSON.stringify(plan.contacts),
    contacts_checked_on: plan.contactsCheckedOn,
    results_by: plan.resultsBy,
  })
}

/** @returns false when the assessment is no longer that draft */
export async function saveUnits(
  db: OfficeDatabase,
  draft: DraftAssessment,
  units: readonly Unit[],
): Promise<boolean> {
  return saveDraft(db, draft, { units: JSON.stringify(units) })
}

/** Every change takes an approval back: it was given to something else. */
async function saveDraft(
  db: OfficeDatabase,
  { id, revision }: DraftAssessment,
  changed: Partial<Row>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('assessment')
    .set({ ...changed, revision: revision + 1, approved_by: null })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** @returns false when the draft changed since it was read */
export async function saveApproval(
  db: OfficeDatabase,
  { id, revision }: Pick<DraftAssessment, 'id' | 'revision'>,
  approvedBy: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('assessment')
    .set({ approved_by: approvedBy })
    .where('id', '=', id)
    .where('state', '=', 'draft')
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

const dateColumn = {
  open: 'opened_on',
  closed: 'closed_on',
  released: 'released_on',
} as const
const before = { open: 'draft', closed: 'open', released: 'closed' } as const

/**
 * Moves an assessment one step, on a day.
 *
 * @returns false when it was not in the state before, or changed since it was read
 */
export async function saveStep(
  db: OfficeDatabase,
  { id, revision }: Pick<Assessment, 'id' | 'revision'>,
  to: keyof typeof before,
  day: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('assessment')
    .set({ state: to, [dateColumn[to]]: day })
    .where('id', '=', id)
    .where('state', '=', before[to])
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Freezes what may be published, with the revision it was made from. */
export async function savePublicationPlan(
  db: OfficeDatabase,
  id: AssessmentId,
  plan: PublicationPlan,
): Promise<void> {
  await db
    .updateTable('assessment')
    .set({ publication_plan: JSON.stringify(plan) })
    .where('id', '=', id)
    .execute()
}

export async function findPublicationPlan(
  db: OfficeDatabase,
  id: AssessmentId,
): Promise<PublicationPlan | undefined> {
  const row = await db
    .selectFrom('assessment')
    .select('publication_plan')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.publication_plan ? JSON.parse(row.publication_plan) : undefined
}

function toAssessment(row: Row): Assessment {
  const units: readonly Unit[] = JSON.parse(row.units)
  return Assessment.parse({
    state: row.state,
    id: row.id,
    name: row.name,
    organization: row.organization_name,
    example: row.example === 1,
    revision: row.revision,
    units,
    counted: countedUnits(row.organization_name, units),
    languages: JSON.parse(row.languages),
    contacts: JSON.parse(row.contacts),
    contactsCheckedOn: row.contacts_checked_on,
    resultsBy: row.results_by,
    approvedBy: row.approved_by,
    openedOn: row.opened_on ?? undefined,
    closedOn: row.closed_on ?? undefined,
    releasedOn: row.released_on ?? undefined,
  })
}
