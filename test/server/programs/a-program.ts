import { Program } from '#server/programs/contract.ts'
import { anOpenSurvey, answersAll, cast, release } from '../journey.ts'
import type { Reply, TestServer, Visitor } from '../test-server.ts'

/** A released assessment whose program is being designed, and both who look at it. */
export interface ProgramDesk {
  readonly id: string
  readonly organiser: Visitor
  readonly employeeSide: Visitor
  readonly program: () => Promise<Program>
  /** the first component of one of the tiers, as recommended now */
  readonly oneOf: (
    ...tiers: readonly Program['recommendations'][number]['tier'][]
  ) => Promise<string>
  readonly decide: (component: string, choice: object, seen?: number) => Promise<Reply>
  readonly answer: (
    who: Visitor,
    component: string,
    question: string,
    answer: string,
    reason?: string,
  ) => Promise<Reply>
  readonly adopt: (seen?: number) => Promise<Reply>
  readonly post: (who: Visitor, door: string, body: object) => Promise<Reply>
}

export async function aProgram(server: TestServer): Promise<ProgramDesk> {
  const survey = await anOpenSurvey(server)
  const { id, organiser } = survey
  for (const code of survey.codes.slice(0, 50)) {
    await cast(server, survey, code, {
      ...answersAll('sometimes'),
      'pace-too-high': 'often',
    })
  }
  await release(server, survey)
  const employeeSide = await server.example('employee-side')
  const door = `/api/office/programs/${id}`
  const post: ProgramDesk['post'] = (who, name, body) => who.post(`${door}/${name}`, body)
  const program = async () => Program.parse((await organiser.get(door)).body)
  return {
    id,
    organiser,
    employeeSide,
    program,
    post,
    async oneOf(...tiers) {
      const { recommendations } = await program()
      const found = recommendations.find(({ tier }) => tiers.includes(tier))
      if (!found) throw new RangeError(`expected a component that is ${tiers}`)
      return found.component
    },
    decide: (component, choice, seen) =>
      post(organiser, 'decisions', { component, choice, ...seenIf(seen) }),
    answer: (who, component, question, answer, reason = '') =>
      post(who, 'gate', {
        component,
        question,
        answer,
        reason,
        reviewer: 'Dr. Reviewer',
      }),
    adopt: (seen) => post(organiser, 'adoption', seenIf(seen)),
  }
}

const seenIf = (seen: number | undefined) => (seen === undefined ? {} : { seen })
