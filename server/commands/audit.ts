import { readFile } from 'node:fs/promises'
import { readLines, type Verdict, verifyChain } from '../audit/chain.ts'
import { verifyStored } from '../audit/read-trail.ts'
import { recordAtMachine } from '../audit/record-act.ts'
import type { Config } from '../config.ts'
import { openOffice } from '../database/office.ts'
import { systemClock } from '../services.ts'

const whyBroken = {
  unreadable: 'it cannot be read',
  'missing-or-moved': 'an entry is missing before it, or it stands in another place',
  'does-not-follow': 'it does not follow the entry before it',
  changed: 'it is not as it was written',
} as const

/**
 * Checks the record of what was done: an exported file, or what is stored here.
 *
 * @param head as somebody noted it; without one a tail that was cut off is not found
 * @returns the exit code: 1 when something is not as it was written
 */
export async function verifyAudit(
  office: () => Promise<Pick<Config, 'database'> | null>,
  file: string | undefined,
  head: string | undefined,
): Promise<number> {
  const checked = file ? await checkFile(file, head) : await checkStored(office, head)
  if (!checked) return 1
  for (const { name, verdict } of checked) console.log(`${name}: ${said(verdict, head)}`)
  return checked.every(({ verdict }) => verdict.kind === 'whole') ? 0 : 1
}

/** Puts a backup on record, in every organization the office holds. */
export async function recordBackup(
  { database }: Pick<Config, 'database'>,
  action: 'backup-made' | 'backup-put-back',
): Promise<void> {
  const db = await openOffice(database)
  await recordAtMachine({ db, clock: systemClock }, action).finally(() => db.destroy())
}

interface Checked {
  readonly name: string
  readonly verdict: Verdict
}

async function checkFile(
  file: string,
  head: string | undefined,
): Promise<readonly Checked[] | null> {
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) {
    console.error(`${file} cannot be read.`)
    return null
  }
  return [{ name: file, verdict: verifyChain(readLines(text), head) }]
}

async function checkStored(
  office: () => Promise<Pick<Config, 'database'> | null>,
  head: string | undefined,
): Promise<readonly Checked[] | null> {
  const place = await office()
  if (!place) return null
  const db = await openOffice(place.database)
  return verifyStored({ db }, head).finally(() => db.destroy())
}

function said(verdict: Verdict, head: string | undefined): string {
  if (verdict.kind === 'broken') {
    return `broken at entry ${verdict.position}: ${whyBroken[verdict.why]}.`
  }
  if (verdict.kind === 'cut') {
    return `${verdict.count} entries follow one another, but none has the noted head: the end was cut off, or all of it was written anew.`
  }
  const noted = head ? ' The noted head is among them.' : ''
  return `whole, ${verdict.count} entries.${noted} Head: ${verdict.head}`
}
