import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chooseLocale, locales } from '#surveys/locale.ts'

/** Where the build puts the pages. */
export const builtPages = join(import.meta.dirname, '..', 'dist', 'web')

const entry = 'answer.html'
const compressed = /\.(br|gz)$/

/** Contents by path as served. */
export type PageFiles = ReadonlyMap<string, Uint8Array>

/**
 * The files of the employee's page as built: its HTML, and every file that is named in one of
 * them, as a browser would come to load it. None when nothing is built. Read in turns: somebody
 * may be answering.
 */
export async function filesOfEmployeePage(
  folder: string = builtPages,
): Promise<PageFiles> {
  const found = new Map<string, Uint8Array>()
  if (!existsSync(join(folder, entry))) return found
  const assets = readdirSync(join(folder, 'assets')).filter(
    (name) => !compressed.test(name),
  )
  const toRead = new Set([entry])
  for (const path of toRead) {
    const content = await readFile(join(folder, path))
    found.set(path, content)
    const text = content.toString('latin1')
    for (const name of assets) if (text.includes(name)) toRead.add(`assets/${name}`)
  }
  return found
}

/**
 * One hash for the employee's page, which the manifest carries: SHA-256, hex, over a line for
 * each file, its SHA-256 and its path. Whoever fetches the files can compute it again.
 */
export function hashOfFiles(files: PageFiles): string {
  const whole = createHash('sha256')
  for (const path of [...files.keys()].toSorted()) {
    const hash = createHash('sha256').update(files.get(path) ?? '')
    whole.update(`${hash.digest('hex')}  ${path}\n`)
  }
  return whole.digest('hex')
}

/** The same of the page as it is built. */
export async function hashOfEmployeePage(folder: string = builtPages): Promise<string> {
  return hashOfFiles(await filesOfEmployeePage(folder))
}

let welcomeFiles: ReadonlyMap<string, string> | null = null

/**
 * The file with the first sentences in the language somebody reads best, as the build named it.
 * A guess: the page fetches another one when it knows better.
 *
 * @param asked in the address
 * @param accepted the header a browser sends; nothing keeps it
 */
export function welcomeFile(asked: string | null, accepted = ''): string | undefined {
  welcomeFiles ??= new Map(
    readdirSync(join(builtPages, 'assets'))
      .map((name) => [/^welcome\.(\w\w)-.*\.js$/.exec(name)?.[1] ?? '', name] as const)
      .filter(([locale]) => locale !== ''),
  )
  return welcomeFiles.get(chooseLocale(asked, accepted.split(/[,;]\s*/), locales))
}
