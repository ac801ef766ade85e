import { randomBytes, randomUUID } from 'node:crypto'
import { exampleInterviews } from '#server/example/testimony.ts'
import { type HandIn, InterviewOverview, OpenTalk } from '#server/interviews/contract.ts'
import { aFrozenSurvey, type FrozenSurvey } from './journey.ts'
import type { Reply, TestServer, Visitor } from './test-server.ts'

/** What a manager says who has no reason to be refused. */
export const said = {
  answers: { ...exampleInterviews[0]?.answers },
  texts: { wish: 'More people in the peak weeks.' },
  harmless: [],
}

export const codeOf = ({ status, body }: Reply) =>
  `${status} ${(body as { code: string }).code}`
export const newSecret = () => randomBytes(32).toString('base64url')
export const secretIn = ({ body }: Reply): string =>
  new URL((body as { link: string }).link).hash.slice(1)

/** Everybody who takes part in an interview. */
export class Cast {
  readonly server: TestServer
  readonly survey: FrozenSurvey
  readonly facilitator: Visitor
  readonly manager: Visitor

  constructor(server: TestServer, survey: FrozenSurvey, facilitator: Visitor) {
    this.server = server
    this.survey = survey
    this.facilitator = facilitator
    this.manager = server.visitor()
  }

  get #door(): string {
    return `/api/office/interviews/${this.survey.id}`
  }

  get talks(): string {
    return `/api/office/talks/${this.survey.id}`
  }

  invite(units: readonly string[] = ['works'], label = 'North'): Promise<Reply> {
    return this.survey.organiser.post(this.#door, { units, label })
  }

  /** @returns the secret of the organiser's link, and whose interview it is */
  async invited(units?: readonly string[]): Promise<{ secret: string; id: string }> {
    const label = randomUUID()
    const secret = secretIn(await this.invite(units, label))
    const { planned } = await this.overview()
    return { secret, id: planned.find((one) => one.label === label)?.id ?? '' }
  }

  async overview(as: Visitor = this.survey.organiser): Promise<InterviewOverview> {
    return InterviewOverview.parse((await as.get(this.#door)).body)
  }

  handIn(secret: string, next: string, more: Partial<HandIn> = {}): Promise<Reply> {
    return this.manager.post('/api/interview/hand-in', { ...said, secret, next, ...more })
  }

  look(secret: string): Promise<Reply> {
    return this.manager.post('/api/interview/look', { secret })
  }

  async talk(id: string): Promise<OpenTalk> {
    return OpenTalk.parse((await this.facilitator.get(`${this.talks}/${id}`)).body)
  }

  complete(talk: OpenTalk, more: object = {}): Promise<Reply> {
    const { version } = talk
    return this.facilitator.put(`${this.talks}/${talk.id}`, { ...said, version, ...more })
  }

  approve(secret: string, version: number): Promise<Reply> {
    return this.manager.post('/api/interview/approve', { secret, version })
  }

  /** From the invitation to the end: approved, its words gone, one wish let out. */
  async closed(units: readonly string[], wish: string): Promise<void> {
    const { next, talk } = await this.talked(units)
    await this.approve(next, talk.version)
    await this.facilitator.post(`${this.talks}/${talk.id}/sentences`, {
      version: talk.version + 1,
      sentences: [{ kind: 'wish', text: wish }],
      harmless: [],
    })
  }

  /** From the invitation to the summary. @returns the secret of the manager's own link */
  async talked(units?: readonly string[]): Promise<{ next: string; talk: OpenTalk }> {
    const { secret, id } = await this.invited(units)
    const next = newSecret()
    await this.handIn(secret, next)
    const { body } = await this.complete(await this.talk(id))
    return { next, talk: OpenTalk.parse((body as { talk: object }).talk) }
  }
}

/** @param given a survey there is already; otherwise a frozen one is made */
export async function aCast(server: TestServer, given?: FrozenSurvey): Promise<Cast> {
  const survey = given ?? (await aFrozenSurvey(server))
  return new Cast(server, survey, await server.example('facilitator'))
}
