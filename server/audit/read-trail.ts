import type { Member } from '../accounts/access.ts'
import { everyOrganization } from '../accounts/organizations.ts'
import type { Services } from '../services.ts'
import { type Verdict, verifyChain, writeLines } from './chain.ts'
import { AuditEntry, type AuditPage } from './contract.ts'
import { listEntries, listNewest } from './store.ts'

type Reach = Pick<Services, 'db'>

const mostOnPage = 200

/** What was done last in somebody's organization, and the head of the whole chain. */
export async function trailOf(
  { db }: Reach,
  { organization }: Member,
): Promise<AuditPage> {
  const newest = await listNewest(db, organization.id, mostOnPage)
  return {
    entries: newest.map((entry) => AuditEntry.parse(entry)),
    count: newest[0]?.position ?? 0,
    head: newest[0]?.hash ?? null,
  }
}

/** Everything that was done in somebody's organization, one JSON line each. */
export async function trailLines(
  { db }: Reach,
  { organization }: Member,
): Promise<string> {
  const all = await listEntries(db, organization.id)
  return writeLines(all.map((entry) => AuditEntry.parse(entry)))
}

/**
 * Checks what is stored for every organization.
 *
 * @param noted a head; must be in one of the chains
 */
export async function verifyStored(
  { db }: Reach,
  noted?: string,
): Promise<readonly { readonly name: string; readonly verdict: Verdict }[]> {
  const chains = await Promise.all(
    (await everyOrganization({ db })).map(async ({ id, name }) => ({
      name,
      entries: await listEntries(db, id),
    })),
  )
  const holds = (entries: readonly { readonly hash: string }[]) =>
    entries.some(({ hash }) => hash === noted)
  const isSomewhere = chains.some(({ entries }) => holds(entries))
  return chains.map(({ name, entries }) => ({
    name,
    verdict: verifyChain(entries, isSomewhere && !holds(entries) ? undefined : noted),
  }))
}
