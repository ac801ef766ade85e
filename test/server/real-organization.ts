import type { Role } from '#server/accounts/contract.ts'
import { offerSetUp } from '#server/accounts/set-up-organization.ts'
import type { TestServer, Visitor } from './test-server.ts'

/**
 * The same server, where those who act are people of an organization that was set up and
 * invited by link, as real ones are, instead of the invented ones.
 */
export async function withRealPeople(server: TestServer): Promise<TestServer> {
  const link = await offerSetUp(server.running.services)
  const organiser = server.visitor()
  await organiser.post('/api/office/accounts/set-up', {
    ...person('ada'),
    organization: 'Acme',
    secret: secretIn(link),
  })
  const people = new Map<Role, Visitor>([['organiser', organiser]])
  for (const role of ['employee-side', 'facilitator'] as const) {
    const { body } = await organiser.post('/api/office/accounts/invitations', {
      role,
      email: person(role).email,
    })
    const visitor = server.visitor()
    const secret = secretIn((body as { link: string }).link)
    await visitor.post('/api/office/accounts/join', { ...person(role), secret })
    people.set(role, visitor)
  }
  const example = async (role: Role = 'organiser') => people.get(role) ?? server.visitor()
  return Object.assign(Object.create(server) as TestServer, { example })
}

const person = (name: string) => ({
  name,
  email: `${name}@acme.example`,
  password: 'four plain words here',
})

const secretIn = (link: string | null | undefined) => link?.split('#')[1]
