import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chooseLocale, locales } from '#surveys/locale.ts'

/** Where the build puts the pages. */
export const builtPages = join(import.meta.dirname, '..', 'dist', 'web')

const entry = 'answer.html'
const compressed = /\.(br|gz)$/

/**
 * The files of the employee's page as built: its HTML, and every file that is named in one of
 * them, as a browser would come to load it. Paths as served, sorted; none when nothing is built.
 */
async function filesOfEmployeePage(folder: string): Promise<readonly string[]> {
  if (!existsSync(join(folder, entry))) return []
  const assets = readdirSync(join(folder, 'assets')).filter(
    (name) => !compressed.test(name),
  )
  const found = new Set<string>()
  const toRead = [entry]
  for (let file = toRead.pop(); file !== undefined; file = toRead.pop()) {
    found.add(file)
    const text = await readFile(join(folder, file), 'latin1')
    const named = assets.filter((name) => text.includes(name))
    toRead.push(...named.map((name) => `assets/${name}`).filter((one) => !found.has(one)))
  }
  return [...found].toSorted()
}

/**
 * One hash for the employee's page, which the manifest carries: SHA-256, hex, over a line for
 * each file, its SHA-256 and its path. Whoever fetches the files can compute it again. Read in
 * turns: somebody may be answering.
 */
export async function hashOfEmployeePage(folder: string = builtPages): Promise<string> {
  const whole = createHash('sha256')
  for (const path of await filesOfEmployeePage(folder)) {
    const hash = createHash('sha256').update(await readFile(join(folder, path)))
    whole.update(`${hash.digest('hex')}  ${path}\n`)
  }
  return whole.digest('hex')
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
