import type { Services } from '../services.ts'
import { type OrganizationId, Role } from './contract.ts'
import { findOrganization, saveMembership, saveOrganization } from './store.ts'

export interface ExampleOrganization {
  readonly id: OrganizationId
  readonly name: string
  readonly people: Readonly<
    Record<Role, { readonly name: string; readonly email: string }>
  >
  /** holds and codes groups beside the first */
  readonly secondFacilitator: { readonly name: string; readonly email: string }
  /** a key of 32 random bytes */
  readonly password: string
}

/** Makes the example organization and its people, where they are missing. */
export async function ensureExample(
  { db, authentication }: Pick<Services, 'db' | 'authentication'>,
  { id, name, people, secondFacilitator, password }: ExampleOrganization,
): Promise<void> {
  let organization = await findOrganization(db, 'example')
  if (!organization) {
    organization = { id, name, example: true }
    await saveOrganization(db, organization)
  }
  const everybody = [
    ...Role.options.map((role) => ({ role, person: people[role] })),
    { role: 'facilitator', person: secondFacilitator } as const,
  ]
  for (const { role, person } of everybody) {
    if (await authentication.isTaken(person.email)) continue
    const userId = await authentication.createUser({ ...person, password, isKey: true })
    await saveMembership(db, userId, organization.id, role)
  }
}
