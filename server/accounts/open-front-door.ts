import type { Services } from '../services.ts'
import type { Somebody } from './access.ts'
import type { FrontDoor } from './contract.ts'
import { findOrganization } from './store.ts'

/** What a visitor finds on the first page. */
export async function openFrontDoor(
  { db, config }: Pick<Services, 'db' | 'config'>,
  person: Somebody | null,
): Promise<FrontDoor> {
  return {
    setUp: (await findOrganization(db, 'real')) !== undefined,
    exampleOpen: config.loopback,
    singleSignOn: config.singleSignOn !== null,
    me: person && {
      name: person.name,
      role: person.role,
      roles: [...person.roles],
      organization: {
        name: person.organization.name,
        example: person.organization.example,
      },
      secondFactor: person.secondFactor !== 'off',
      needsSecondFactor: person.needsSecondFactor,
    },
  }
}
