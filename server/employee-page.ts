import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the build puts the pages. */
export const builtPages = join(import.meta.dirname, '..', 'dist', 'web')

const entry = 'answer.html'
const compressed = /\.(br|gz)$/

/**
 * The files of the employee's page as built: its HTML, and every file that is named in one of
 * them, as a browser would come to load it. Paths as served, sorted; none when nothing is built.
 */
function filesOfEmployeePage(folder: string = builtPages): readonly string[] {
  if (!existsSync(join(folder, entry))) return []
  const assets = readdirSync(join(folder, 'assets')).filter(
    (name) => !compressed.test(name),
  )
  const found = new Set<string>()
  const toRead = [entry]
  for (let file = toRead.pop(); file !== undefined; file = toRead.pop()) {
    found.add(file)
    const text = readFileSync(join(folder, file), 'latin1')
    const named = assets.filter((name) => text.includes(name))
    toRead.push(...named.map((name) => `assets/${name}`).filter((one) => !found.has(one)))
  }
  return [...found].toSorted()
}

/**
 * One hash for the employee's page, which the manifest carries: SHA-256, hex, over a line for
 * each file, its SHA-256 and its path. Whoever fetches the files can compute it again.
 */
export function hashOfEmployeePage(folder: string = builtPages): string {
  const whole = createHash('sha256')
  for (const path of filesOfEmployeePage(folder)) {
    const hash = createHash('sha256').update(readFileSync(join(folder, path)))
    whole.update(`${hash.digest('hex')}  ${path}\n`)
  }
  return whole.digest('hex')
}
