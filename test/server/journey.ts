import { Assessment } from '#server/assessments/contract.ts'
import { CodeSheet } from '#server/registrar/contract.ts'
import { core } from '#surveys/catalogue.ts'
import { type Answers, itemsOf } from '#surveys/questionnaire.ts'
import type { TestServer, Visitor } from './test-server.ts'

/** Steps of the journey that tests take without caring how. */

export const unitsCsv =
  'name,parent,headcount\nWorks,,0\nHall,Works,30\nYard,Works,6\nOffice,,24\n'

export const plan = {
  name: 'Autumn',
  languages: ['en', 'sv'],
  contacts: {
    en: [{ name: 'Emergency', phone: '112' }],
    sv: [{ name: 'Nödnummer', phone: '112' }],
  },
  contactsCheckedOn: '2026-11-01',
  resultsBy: '2027-01-15',
}

export async function aDraft(organiser: Visitor): Promise<Assessment> {
  const { body } = await organiser.post('/api/office/assessments', { name: 'Autumn' })
  return Assessment.parse(body)
}

/** A draft with everything the employee side is asked to approve. */
export async function aPlannedDraft(organiser: Visitor): Promise<Assessment> {
  const { id } = await aDraft(organiser)
  await organiser.put(`/api/office/assessments/${id}/plan`, plan)
  const { body } = await organiser.put(`/api/office/assessments/${id}/units`, {
    csv: unitsCsv,
  })
  return Assessment.parse(body)
}

export async function anApprovedDraft(server: TestServer): Promise<Assessment> {
  const draft = await aPlannedDraft(await server.example())
  const employeeSide = await server.example('employee-side')
  const { body } = await employeeSide.post(
    `/api/office/assessments/${draft.id}/approval`,
    { revision: draft.revision },
  )
  return Assessment.parse(body)
}

export interface OpenSurvey {
  readonly id: string
  readonly organiser: Visitor
  readonly sheet: CodeSheet
  /** every code, unit after unit */
  readonly codes: readonly string[]
}

export async function anOpenSurvey(server: TestServer): Promise<OpenSurvey> {
  const { id } = await anApprovedDraft(server)
  const organiser = await server.example()
  const { body } = await organiser.post(`/api/office/registrar/${id}/open`)
  const sheet = CodeSheet.parse(body)
  return { id, organiser, sheet, codes: sheet.units.flatMap(({ codes }) => codes) }
}

/** Collects a ballot with a code and casts answers with it. */
export async function cast(
  server: TestServer,
  assessment: string,
  code: string,
  answers: Readonly<Record<string, unknown>>,
) {
  const employee = server.visitor()
  const { body: ballot } = await employee.post('/api/ballots', { assessment, code })
  return employee.post('/api/ballot-box', { ballot, answers })
}

/** The same answer to every question that has it. */
export function answersAll(option: string): Answers {
  return Object.fromEntries(
    itemsOf(core)
      .filter(({ format, shownWhen }) => format.kind === 'frequency' && !shownWhen)
      .map(({ id }) => [id, option]),
  )
}

/** Closes, counts and publishes, and waits for the end. */
export async function release(organiser: Visitor, id: string): Promise<void> {
  await organiser.post(`/api/office/tally/${id}/close`)
  const { body } = await organiser.post(`/api/office/results/${id}/release`)
  const job = (body as { id: string }).id
  for (;;) {
    const { body: state } = await organiser.get(`/api/office/jobs/${job}`)
    if ((state as { state: string }).state !== 'running') return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
