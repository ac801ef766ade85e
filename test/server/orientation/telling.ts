import { sampleFacts } from '../../analysis/orientation/sample-records.ts'
import { anOpenSurvey, answersAll, cast, type OpenSurvey, release } from '../journey.ts'
import type { TestServer, Visitor } from '../test-server.ts'

/** A survey whose release points to a cause at work, and whose program was adopted. */
export async function anAdoptedProgram(server: TestServer): Promise<OpenSurvey> {
  const survey = await anOpenSurvey(server)
  for (const code of survey.codes.slice(0, 50)) {
    await cast(server, survey, code, {
      ...answersAll('sometimes'),
      'pace-too-high': 'often',
    })
  }
  await release(server, survey)
  await survey.organiser.post(`/api/office/programs/${survey.id}/adoption`)
  return survey
}

/** Every fact that is asked for, but for those that are named. */
export async function factsFor(
  organiser: Visitor,
  id: string,
  ...without: readonly string[]
): Promise<Readonly<Record<string, string>>> {
  const path = `/api/office/orientation/${id}`
  const first = { hours: 'weekdays', countries: sampleFacts['countries'] }
  await organiser.put(`${path}/facts`, { facts: first })
  const { body } = await organiser.get(path)
  const { fields } = body as { readonly fields: readonly { readonly id: string }[] }
  const all = fields
    .filter((field) => !without.includes(field.id))
    .map((field) => [field.id, sampleFacts[field.id] ?? invented(field.id)])
  return Object.fromEntries(all)
}

const invented = (field: string): string =>
  field.startsWith('by.') ? '2027-06-30' : 'Ola Moe'
