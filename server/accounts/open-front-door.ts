import type { Services } from '../services.ts'
import type { Member } from './access.ts'
import type { FrontDoor } from './contract.ts'
import { findOrganization } from './store.ts'

/** What a visitor finds on the first page. */
export async function openFrontDoor(
  { db, config }: Pick<Services, 'db' | 'config'>,
  member: Member | null,
): Promise<FrontDoor> {
  return {
    setUp: (await findOrganization(db, 'real')) !== undefined,
    exampleOpen: config.loopback,
    me: member && {
      name: member.name,
      role: member.role,
      organization: {
        name: member.organization.name,
        example: member.organization.example,
      },
    },
  }
}
