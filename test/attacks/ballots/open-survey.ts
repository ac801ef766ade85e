import { Assessment } from '#server/assessments/contract.ts'
import { issueCodes } from '#server/registrar/issue-codes.ts'
import { writeAccessCode } from '#surveys/ballot/access-code.ts'
import {
  freeze,
  type OpenSurvey,
  plan,
  publishedOf,
  tryKeys,
  withKeyHolders,
} from '../../server/journey.ts'
import type { TestServer, Visitor } from '../../server/test-server.ts'

type Steps = Omit<OpenSurvey, 'codes' | 'codesOf'>

/** A survey of the example, frozen and ready to open, of units as the CSV names them. */
export async function frozenSurveyOf(server: TestServer, csv: string): Promise<Steps> {
  const organiser = await server.example()
  const { body: draft } = await organiser.post('/api/office/assessments', {
    name: 'Autumn',
  })
  const { id } = Assessment.parse(draft)
  await organiser.put(`/api/office/assessments/${id}/plan`, plan)
  await organiser.put(`/api/office/assessments/${id}/units`, { csv })
  const holders = await withKeyHolders(server, id)
  await approveAsItIs(server, organiser, id)
  await freeze(organiser, id)
  await tryKeys(server, holders)
  return { id, organiser, holders, ...(await publishedOf(server, id)) }
}

/** The same, open, with a code for everybody. */
export async function openSurveyOf(server: TestServer, csv: string): Promise<OpenSurvey> {
  const survey = await frozenSurveyOf(server, csv)
  const { id, organiser, manifest } = survey
  const places = manifest.units.flatMap(({ id: unit, headcount }) =>
    Array.from({ length: headcount }, (_, place) => ({ unit, place })),
  )
  const { db } = server.running.services
  const issued = await issueCodes(db, Assessment.options[0].shape.id.parse(id), places)
  await open(organiser, id)
  const codes = issued.map(({ unit, secret }) => ({
    unit,
    code: writeAccessCode(secret),
  }))
  return {
    ...survey,
    codes: codes.map(({ code }) => code),
    codesOf: (unit) => codes.filter((one) => one.unit === unit).map(({ code }) => code),
  }
}

/** @throws when it does not open: nothing could be tried on it */
export async function open(organiser: Visitor, id: string): Promise<void> {
  const { status } = await organiser.post(`/api/office/registrar/${id}/open`)
  if (status !== 200) throw new Error(`expected a survey to open, got ${status}`)
}

/** An organization in which so many people are counted, in two units. */
export function twoUnitsOf(people: number): string {
  const hall = Math.ceil(people / 2)
  return `name,parent,headcount\nHall,,${hall}\nOffice,,${people - hall}\n`
}

async function approveAsItIs(
  server: TestServer,
  organiser: Visitor,
  id: string,
): Promise<void> {
  const door = `/api/office/assessments/${id}`
  await organiser.post(`${door}/duty-to-act`)
  const { revision } = Assessment.parse((await organiser.get(door)).body)
  const employeeSide = await server.example('employee-side')
  await employeeSide.post(`${door}/duty-to-act`)
  await employeeSide.post(`${door}/approval`, { revision })
}
