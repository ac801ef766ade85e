import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { personFrom, type Somebody } from '../accounts/access.ts'
import { OrganizationId, type Role } from '../accounts/contract.ts'
import { ensureExample } from '../accounts/ensure-example.ts'
import { readOrMakeKey } from '../key-file.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { exampleName } from './organization.ts'

/** Invented people, so that a visitor can look from every side. */
const people: Readonly<Record<Role, { readonly name: string; readonly email: string }>> =
  {
    organiser: { name: 'Ingrid Example', email: 'organiser@fjord-logistics.example' },
    'employee-side': {
      name: 'Mihai Example',
      email: 'employees@fjord-logistics.example',
    },
    facilitator: { name: 'Saskia Example', email: 'facilitator@fjord-logistics.example' },
    administrator: { name: 'Anders Example', email: 'admin@fjord-logistics.example' },
    provider: { name: 'Petra Example', email: 'provider@fjord-logistics.example' },
  }

/** After the first by name, who is therefore the one that is proposed. */
const second = { name: 'Tomas Example', email: 'second@fjord-logistics.example' }

/**
 * Signs a visitor into the example organization, which is made when it is not there yet.
 * Without a password only where nobody but this machine can reach the server.
 *
 * @returns the cookies of the session
 */
export async function visitExample(
  services: Services,
  as: Role,
): Promise<readonly string[]> {
  return signIn(services, people[as].email)
}

async function signIn(services: Services, email: string): Promise<readonly string[]> {
  const { config, authentication } = services
  if (!config.loopback) throw new Refusal('example-on-this-machine-only')
  const password = readOrMakeKey(join(config.dataFolder, 'keys', 'example.key'))
  await ensureExample(services, {
    id: OrganizationId.parse(randomUUID()),
    name: exampleName,
    people,
    secondFacilitator: second,
    password,
  })
  const signedIn = await authentication.signIn(email, password)
  if (!signedIn) throw new Refusal('wrong-password')
  return signedIn.cookies
}

type Person<As extends Role> = Extract<Somebody, { readonly role: As }>

/** The invented person of a role, as the use cases know people. */
export async function examplePerson<As extends Role>(
  services: Services,
  as: As,
): Promise<Person<As>> {
  return personWith(services, await visitExample(services, as), as)
}

/** Who codes groups beside the first facilitator. */
export async function secondFacilitator(
  services: Services,
): Promise<Person<'facilitator'>> {
  return personWith(services, await signIn(services, second.email), 'facilitator')
}

async function personWith<As extends Role>(
  services: Services,
  cookies: readonly string[],
  as: As,
): Promise<Person<As>> {
  const headers = new Headers({
    cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; '),
  })
  const person = await personFrom(services, headers)
  if (!person?.organization.example || person.role !== as) {
    throw new Refusal('sign-in-first')
  }
  return person as Person<As>
}
