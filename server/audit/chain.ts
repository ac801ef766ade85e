import { createHash } from 'node:crypto'
import { AuditEntry } from './contract.ts'

/** What the first entry of a chain follows. */
export const beginning = '0'.repeat(64)

/**
 * The hash of an entry: SHA-256 of its fields as a JSON array in this order, the hash of the
 * entry before among them.
 *
 * @returns 64 hexadecimal digits
 */
export function hashOfEntry(entry: Omit<AuditEntry, 'hash'>): string {
  const { organization, position, at, action, by, role, about, previous } = entry
  const fields = [organization, position, at, action, by, role, about, previous]
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex')
}

export type Verdict =
  | { readonly kind: 'whole'; readonly count: number; readonly head: string }
  | { readonly kind: 'broken'; readonly position: number; readonly why: Fault }
  /** whole as far as it goes, but a head that was noted earlier is not in it */
  | { readonly kind: 'cut'; readonly count: number }

export type Fault = 'unreadable' | 'missing-or-moved' | 'does-not-follow' | 'changed'

/**
 * Checks a chain of one organization from its first entry on.
 *
 * @param entries in order, as they were read: nothing is trusted yet
 * @param noted the head as somebody noted it; finds a tail cut off and a chain written anew
 * @returns the first entry that is not as it was written, by its place from 1
 */
export function verifyChain(entries: readonly unknown[], noted?: string): Verdict {
  let previous = beginning
  let isNotedHere = noted === undefined || noted === beginning
  let organization: string | undefined
  for (const [index, unknown] of entries.entries()) {
    const position = index + 1
    const broken = (why: Fault): Verdict => ({ kind: 'broken', position, why })
    const { data: entry } = AuditEntry.safeParse(unknown)
    if (!entry) return broken('unreadable')
    organization ??= entry.organization
    if (entry.position !== position) return broken('missing-or-moved')
    if (entry.previous !== previous || entry.organization !== organization) {
      return broken('does-not-follow')
    }
    if (hashOfEntry(entry) !== entry.hash) return broken('changed')
    previous = entry.hash
    isNotedHere ||= noted === entry.hash
  }
  const count = entries.length
  return isNotedHere ? { kind: 'whole', count, head: previous } : { kind: 'cut', count }
}

/** One entry a line, as it is exported. */
export function writeLines(entries: readonly AuditEntry[]): string {
  return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')
}

/** @returns what stands on each line; `null` for a line that is no JSON */
export function readLines(text: string): readonly unknown[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => {
      try {
        return JSON.parse(line)
      } catch {
        return null
      }
    })
}
