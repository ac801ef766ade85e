import type { Role } from '#server/accounts/contract.ts'
import { offerSetUp } from '#server/accounts/set-up-organization.ts'
import type { Reply, TestServer, Visitor } from './test-server.ts'
import { codeOf } from './totp.ts'

export const accounts = '/api/office/accounts'
export const password = 'four plain words here'

export const emailOf = (name: string): string =>
  `${name.toLowerCase().replaceAll(' ', '.')}@acme.example`

/** Ada sets Acme up, as the first organiser. */
export async function anOffice(server: TestServer): Promise<Visitor> {
  const ada = server.visitor()
  const link = await offerSetUp(server.running.services)
  const { status } = await ada.post(`${accounts}/set-up`, {
    organization: 'Acme',
    name: 'Ada',
    email: emailOf('Ada'),
    password,
    secret: secretIn(link),
  })
  if (status !== 200) throw new Error(`expected an organization, got ${status}`)
  return ada
}

/** Somebody whom a colleague called in. */
export async function joined(
  server: TestServer,
  by: Visitor,
  role: Role,
  name: string,
): Promise<Visitor> {
  const { body } = await by.post(`${accounts}/invitations`, {
    role,
    email: emailOf(name),
  })
  const somebody = server.visitor()
  const { status } = await somebody.post(`${accounts}/join`, {
    secret: secretIn((body as { link?: string }).link),
    name,
    password,
  })
  if (status !== 200) throw new Error(`expected ${name} to join, got ${status}`)
  return somebody
}

/** A new browser that knows the name and tries a password. */
export const signIn = (visitor: Visitor, name: string, word = password): Promise<Reply> =>
  visitor.post(`${accounts}/sign-in`, { email: emailOf(name), password: word })

export interface SecondFactor {
  readonly address: string
  readonly backupCodes: readonly string[]
}

/** Sets a second factor up, with the code of this half minute. */
export async function withSecondFactor(visitor: Visitor): Promise<SecondFactor> {
  const { body } = await visitor.post(`${accounts}/me/second-factor`, { password })
  const factor = body as SecondFactor
  const code = codeOf(factor.address)
  const { status } = await visitor.post(`${accounts}/me/second-factor/confirm`, { code })
  if (status !== 200) throw new Error(`expected a second factor, got ${status}`)
  return factor
}

/** The id of a colleague, as somebody sees it who may. */
export async function idOf(visitor: Visitor, name: string): Promise<string> {
  const { body } = await visitor.get(`${accounts}/people`)
  const { people } = body as { people: readonly { id: string; name: string }[] }
  return people.find((one) => one.name === name)?.id ?? 'nobody'
}

export const secretIn = (link: string | null | undefined): string =>
  link?.split('#')[1] ?? ''

export const codeIn = ({ body }: Reply): unknown => Object(body)['code']
