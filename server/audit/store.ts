import type { Selectable } from 'kysely'
import type { OfficeDatabase } from '../database/office.ts'
import type { AuditEntry } from './contract.ts'
import type { AuditTables } from './tables.ts'

type Stored = Omit<AuditEntry, 'action'> & { readonly action: string }

export async function saveEntry(db: OfficeDatabase, entry: AuditEntry): Promise<void> {
  await db
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
    .execute()
}

/** An act that has begun, as it is stored. */
export interface StoredBegun {
  readonly id: string
  readonly organization: string | null
  /** the process that does it */
  readonly holder: string
  readonly action: string
  readonly by: string
  readonly role: string
  readonly about: string
}

export async function saveBegun(db: OfficeDatabase, begun: StoredBegun): Promise<void> {
  const { organization, by, ...rest } = begun
  await db
    .insertInto('act_begun')
    .values({ ...rest, organization_id: organization, done_by: by })
    .execute()
}

export async function removeBegun(db: OfficeDatabase, id: string): Promise<void> {
  await db.deleteFrom('act_begun').where('id', '=', id).execute()
}

export async function findBegun(
  db: OfficeDatabase,
  id: string,
): Promise<StoredBegun | undefined> {
  const row = await db
    .selectFrom('act_begun')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && toBegun(row)
}

export async function listBegun(db: OfficeDatabase): Promise<readonly StoredBegun[]> {
  const rows = await db.selectFrom('act_begun').selectAll().orderBy('id').execute()
  return rows.map(toBegun)
}

function toBegun(row: Selectable<AuditTables['act_begun']>): StoredBegun {
  const { organization_id, done_by, ...rest } = row
  return { ...rest, organization: organization_id, by: done_by }
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
