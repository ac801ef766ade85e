import { completeExample } from '#server/example/complete-example.ts'
import { secondYear } from '#server/example/second-year.ts'
import { aDraft, anOpenSurvey, aPlannedDraft, approve, plan } from '../server/journey.ts'
import type { TestServer, Visitor } from '../server/test-server.ts'

/** Assessments of the invented organization in every state that pages look different in. */
export interface World {
  readonly organiser: Visitor
  /** nothing decided yet */
  readonly empty: string
  /** approved once and changed since, with remarks */
  readonly changed: string
  readonly open: string
  /** the example, to its end */
  readonly released: string
  /** its next wave */
  readonly yearLater: string
  /** two hundred units with long names */
  readonly large: string
}

export async function buildWorld(
  server: TestServer,
  say: (sentence: string) => void,
): Promise<World> {
  say('Walking the example to its end …')
  const { assessment } = await completeExample(server.running.services, () => undefined)
  const { services } = server.running
  const yearLater = await secondYear(services, assessment.id, () => undefined)
  const organiser = await server.example()
  const { id: empty } = await aDraft(organiser)
  const { id: large } = await aPlannedDraft(organiser, longPlan, manyUnits())
  const changed = await aChangedDraft(server, organiser)
  const { id: open } = await anOpenSurvey(server)
  return { organiser, empty, changed, open, released: assessment.id, yearLater, large }
}

const longPlan = {
  ...plan,
  name: 'Needs analysis of everybody who works in the northern and eastern districts 2026–2027',
  languages: ['en', 'sv', 'nb', 'nl', 'ro'],
}

function manyUnits(): string {
  const divisions = Array.from({ length: 10 }, (_, at) => `Division ${at + 1}`)
  const units = divisions.flatMap((division) =>
    Array.from(
      { length: 19 },
      (_, at) =>
        `Department of long-distance deliveries and returns ${at + 1} of ${division},${division},${4 + ((7 * at) % 60)}`,
    ),
  )
  const roots = divisions.map((division) => `${division},,0`)
  return `name,parent,headcount\n${[...roots, ...units].join('\n')}\n`
}

async function aChangedDraft(server: TestServer, organiser: Visitor): Promise<string> {
  const { id, revision } = await aPlannedDraft(organiser)
  await approve(server, id, revision)
  const later = { ...plan, closesOn: '2026-12-20' }
  const { body } = await organiser.put(`/api/office/assessments/${id}/plan`, later)
  const now = (body as { revision: number }).revision
  const employeeSide = await server.example('employee-side')
  await employeeSide.post(`/api/office/remarks/${id}`, {
    place: 'people',
    text: 'Why is the yard counted with the hall? They have another manager, and other hours.',
    revision: now,
  })
  return id
}
