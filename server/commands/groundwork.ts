/** `npm run groundwork -- COMMAND`: the product's use cases from a terminal. */
import { parseArgs } from 'node:util'
import type { StoreBackups } from '../archive/store-backups.ts'
import { type Config, readConfig } from '../config.ts'
import { backUp, restore, verify } from './keep-backups.ts'

const usage = `Usage:
  npm run groundwork -- analyse FILE.csv --mapping MAP.json --out FOLDER [--language en|sv|nb|nl|ro]
    Reads another tool's export, maps its columns to constructs, and writes what may be
    published, the needs, the recommended components and a report.

  npm run groundwork -- compare-page LINK [LINK …]
    Fetches the employee's page from each link, and compares it with the manifest, the other
    links and the page as built here.

  npm run groundwork -- backup  office|ballot-box FILE [--without-keys]
    Writes a backup while Groundwork runs. Office and ballot box have one each. No key is in it.
  npm run groundwork -- verify  office|ballot-box FILE
    Reads a backup whole, and opens what is sealed in it with the keys that are here.
  npm run groundwork -- restore office|ballot-box FILE [--yes] [--without-keys]
    Says what would be lost; with --yes puts the backup into the empty place the settings name.

  npm run groundwork -- build-pages
    Builds the pages where the code can be written to, for a start where it cannot.

  npm run groundwork -- audit verify [FILE] [--head HASH]
    Checks the record of what was done, exported or as it is stored here, and names the first
    entry that is not as it was written. A head that somebody noted finds what was cut off.`

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    mapping: { type: 'string' },
    out: { type: 'string' },
    language: { type: 'string', default: 'en' },
    yes: { type: 'boolean', default: false },
    'without-keys': { type: 'boolean', default: false },
    head: { type: 'string' },
  },
})
const commands = { backup: backUp, verify, restore }

process.exitCode = await run()

/** @returns the exit code */
async function run(): Promise<number> {
  const [command = '', first, file, ...more] = positionals
  if (command === 'analyse' && first && values.mapping && values.out) {
    const { analyse } = await import('./analyse.ts')
    return analyse(first, values.mapping, values.out, values.language)
  }
  if (command === 'compare-page' && first) {
    const { comparePage } = await import('./compare-page.ts')
    return comparePage([first, ...(file ? [file] : []), ...more])
  }
  if (command === 'build-pages') {
    const { buildPages } = await import('./build-pages.ts')
    await buildPages((sentence) => console.error(sentence))
    return 0
  }
  if (command === 'audit' && first === 'verify') return checkRecord(file)
  const kept = await keepBackup(command, first, file)
  if (kept !== null) return kept
  console.error(usage)
  return 2
}

async function checkRecord(file: string | undefined): Promise<number> {
  const { verifyAudit } = await import('./audit.ts')
  return verifyAudit(officeHere, file, values.head)
}

/** @returns the exit code, or null for a command that is none of these */
async function keepBackup(
  command: string,
  first: string | undefined,
  file: string | undefined,
): Promise<number | null> {
  const keep = Object.entries(commands).find(([name]) => name === command)?.[1]
  if (!keep || !file || (first !== 'office' && first !== 'ballot-box')) return null
  const store = await backupsOf(first)
  const wishes = { file, yes: values.yes, withoutKeys: values['without-keys'] }
  const code = store ? await keep(store, wishes) : 1
  if (code === 0 && first === 'office') await putOnRecord(command)
  return code
}

/** A backup that was made or put back is on record in the office as it is now. */
async function putOnRecord(command: string): Promise<void> {
  const isPutBack = command === 'restore' && values.yes
  const office = command === 'backup' || isPutBack ? await officeHere() : null
  if (!office) return
  const { recordBackup } = await import('./audit.ts')
  await recordBackup(office, isPutBack ? 'backup-put-back' : 'backup-made')
}

/** @returns null, and says so, when no office is run with these settings */
async function officeHere(): Promise<Config | null> {
  try {
    const read = readConfig(process.env)
    if (read.role !== 'ballot-box') return read.office
    console.error('The settings here are not those of the office: see GROUNDWORK_ROLE.')
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
  }
  return null
}

/** A process loads what its store needs and no more. @returns null when it is not here */
async function backupsOf(store: 'office' | 'ballot-box'): Promise<StoreBackups | null> {
  try {
    const read = readConfig(process.env)
    if (store === 'office' && read.role !== 'ballot-box') {
      return (await import('../backup/office-backups.ts')).officeBackups(read.office)
    }
    if (store === 'ballot-box' && read.role !== 'office') {
      const { boxBackups } = await import('../ballot-box/backup/box-backups.ts')
      return boxBackups(read.ballotBox)
    }
    console.error(`The settings here are not those of the ${store}: see GROUNDWORK_ROLE.`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
  }
  return null
}
