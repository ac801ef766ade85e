import { resolve } from 'node:path'
import { ArchiveProblem } from '../archive/contents.ts'
import type { Inspected, StoreBackups } from '../archive/store-backups.ts'

export interface BackupWishes {
  readonly file: string
  /** puts a backup back: without, it is only said what would follow */
  readonly yes: boolean
  readonly withoutKeys: boolean
}

/** Writes a backup. @returns the exit code */
export async function backUp(
  store: StoreBackups,
  { file, withoutKeys }: BackupWishes,
): Promise<number> {
  return explained(async () => {
    const path = resolve(file)
    const rows = await store.backUp(path, withoutKeys)
    return `Written to ${path}: ${rows} rows.
No key is in it. Keep copies of the folder of keys elsewhere, made after this, and destroy them
when a survey has ended: whoever has a backup and the keys can see more than either tells.`
  }, 'Nothing was written.')
}

/** Reads a backup whole and tells what is in it. @returns the exit code */
export async function verify(
  store: StoreBackups,
  { file }: BackupWishes,
): Promise<number> {
  return explained(async () => {
    const inspected = await store.inspect(resolve(file))
    const { heading, tables } = inspected.checked
    const rows = [...tables.values()].reduce((sum, count) => sum + count, 0)
    const lost = inspected.surveys.flatMap(({ name, keyless }) =>
      keyless.map((what) => `  ${name}: no key here opens ${what}`),
    )
    return [
      `A whole backup of the ${heading.store}: ${rows} rows in ${tables.size} tables, as of ${heading.schema.at(-1)}.`,
      proofSaid(inspected),
      ...inspected.surveys.map(({ name, state }) => `  ${name}: ${state}`),
      ...(lost.length === 0 ? ['The keys here open all that is sealed.'] : lost),
    ].join('\n')
  }, 'This backup cannot be put back here.')
}

/** Says what would follow; with `yes` puts the backup back. @returns the exit code */
export async function restore(
  store: StoreBackups,
  { file, yes, withoutKeys }: BackupWishes,
): Promise<number> {
  return explained(async () => {
    const path = resolve(file)
    const inspected = await store.inspect(path)
    console.log(told(inspected, store.place))
    if (!yes) return 'Nothing has been done. To put it back, add --yes.'
    const isKeyless = inspected.surveys.some(({ keyless }) => keyless.length > 0)
    if (isKeyless && !withoutKeys) {
      throw new ArchiveProblem(
        'A survey that went on has no key here (see above). To put back the rest, add --without-keys.',
      )
    }
    await store.putBack(path)
    return `Put back into ${store.place}. Start Groundwork; never start again what this takes the place of.`
  }, 'Nothing was put back.')
}

function told(inspected: Inspected, place: string): string {
  const surveys = inspected.surveys.flatMap(({ name, state, follows }) => [
    `${name}, ${state} when the backup was made.`,
    ...follows.map((sentence) => `  - ${sentence}`),
  ])
  return [
    `Putting this backup into ${place} would mean:`,
    '',
    ...surveys,
    ...inspected.always.map((sentence) => `- ${sentence}`),
    proofSaid(inspected),
    '',
  ].join('\n')
}

function proofSaid({ checked }: Inspected): string {
  return checked.proven
    ? 'It was made by this installation and not changed since.'
    : 'There is no archive key here that could tell who made it, or whether it was changed.'
}

/** What cannot be is one sentence, not a stack trace. */
async function explained(
  work: () => Promise<string>,
  otherwise: string,
): Promise<number> {
  try {
    console.log(await work())
    return 0
  } catch (error) {
    const isExpected = error instanceof ArchiveProblem || isFileTrouble(error)
    if (!isExpected) throw error
    console.error(`${otherwise}\n${error.message}`)
    return 1
  }
}

function isFileTrouble(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}
