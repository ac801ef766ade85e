import type { Selectable } from 'kysely'
import { type Agreement, Assessment, type Unit } from './contract.ts'
import { countedUnits } from './counted-units.ts'
import type { AssessmentTables } from './tables.ts'

export type Row = Selectable<AssessmentTables['assessment']>

/** An assessment as the state of its row says; what a state does not have falls away. */
export function toAssessment(row: Row, agreed: readonly Agreement[]): Assessment {
  const units: readonly Unit[] = JSON.parse(row.units)
  return Assessment.parse({
    state: row.state,
    ended: row.released_on === null ? 'aborted' : 'released',
    id: row.id,
    name: row.name,
    organization: row.organization_name,
    example: row.example === 1,
    follows: row.follows,
    revision: row.revision,
    units,
    counted: countedUnits(row.organization_name, units),
    languages: JSON.parse(row.languages),
    contacts: JSON.parse(row.contacts),
    contactsCheckedOn: row.contacts_checked_on,
    closesOn: row.closes_on,
    resultsBy: row.results_by,
    questions: JSON.parse(row.questions),
    duties: JSON.parse(row.duties),
    dutyRead: JSON.parse(row.duty_read),
    approvedBy: row.approved_by,
    agreed,
    frozenOn: row.frozen_on,
    surveyNumber: row.survey_number,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
    releasedOn: row.released_on,
    abortedOn: row.aborted_on,
    abortedFor: row.aborted_for,
    shreddedOn: row.shredded_on,
  })
}
