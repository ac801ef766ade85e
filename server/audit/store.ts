import type { OfficeDatabase } from '../database/office.ts'
import type { AuditEntry } from './contract.ts'

type Stored = Omit<AuditEntry, 'action'> & { readonly action: string }

/** @returns false when another entry took the place first */
export async function saveEntry(db: OfficeDatabase, entry: AuditEntry): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('audit_entry')
    .values({
      organization_id: entry.organization,
      position: entry.position,
      at: entry.at,
      action: entry.action,
      done_by: entry.by,
      role: entry.role,
      about: entry.about,
      previous: entry.previous,
      hash: entry.hash,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function findLast(
  db: OfficeDatabase,
  organization: string,
): Promise<{ readonly position: number; readonly hash: string } | undefined> {
  return db
    .selectFrom('audit_entry')
    .select(['position', 'hash'])
    .where('organization_id', '=', organization)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Every entry of an organization from the first on, just as it is stored. */
export async function listEntries(
  db: OfficeDatabase,
  organization: string,
): Promise<readonly Stored[]> {
  const rows = await db
    .selectFrom('audit_entry')
    .selectAll()
    .where('organization_id', '=', organization)
    .orderBy('position')
    .execute()
  return rows.map(toEntry)
}

/** @returns the newest entries, the newest first */
export async function listNewest(
  db: OfficeDatabase,
  organization: string,
  most: number,
): Promise<readonly Stored[]> {
  const rows = await db
    .selectFrom('audit_entry')
    .selectAll()
    .where('organization_id', '=', organization)
    .orderBy('position', 'desc')
    .limit(most)
    .execute()
  return rows.map(toEntry)
}

function toEntry(row: {
  readonly organization_id: string
  readonly position: number
  readonly at: string
  readonly action: string
  readonly done_by: string
  readonly role: string
  readonly about: string
  readonly previous: string
  readonly hash: string
}): Stored {
  const { organization_id, done_by, ...rest } = row
  return { ...rest, organization: organization_id, by: done_by }
}
