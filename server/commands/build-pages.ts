import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtPages } from '../employee-page.ts'

const root = join(import.meta.dirname, '..', '..')
const stamp = join(builtPages, '.built-from')
/** What the pages are made of. */
const sources = [
  'web',
  'surveys',
  'analysis',
  'server',
  'package-lock.json',
  'vite.config.ts',
  'trim-survey-core.ts',
]

/** Builds the pages when anything they are made of has changed since. */
export async function buildPages(say: (sentence: string) => void): Promise<void> {
  const wanted = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('Building the pages, this takes about half a minute …')
  await build('production')
  await build('answer')
  writeFileSync(stamp, wanted)
}

/** In a process of its own: what a test or a start set up must not get into the pages. */
function build(mode: 'production' | 'answer'): Promise<void> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const child = spawn(
    process.execPath,
    [vite, 'build', '--mode', mode, '--logLevel', 'error'],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production' },
    },
  )
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error('The pages could not be built.')),
    )
  })
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const source of sources) addTo(hash, join(root, source))
  return hash.digest('hex')
}

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).toSorted()) addTo(hash, join(path, name))
  } else {
    hash.update(path.slice(root.length)).update(readFileSync(path))
  }
}
