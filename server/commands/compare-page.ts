import type { SignedManifest } from '#surveys/ballot/manifest.ts'
import { surveyNumber } from '#surveys/ballot/survey-number.ts'
import { filesOfEmployeePage, hashOfFiles, type PageFiles } from '../employee-page.ts'

/** The build gives every file a name with eight letters of its hash. */
const fileName = /[\w.-]+-[\w-]{8}\.(?:js|css|svg|woff2)/g

/** What one address served. */
interface Served {
  readonly address: string
  readonly files: PageFiles
  readonly hash: string
  readonly promised: string
  readonly number: string
}

/**
 * Fetches the employee's page from each address as a browser does, and compares what came with
 * the hash in the manifest, with the other addresses, and with the page as it is built here.
 * Whoever runs it from two places that the server cannot tell from employees notices a page
 * that is served to some.
 *
 * @param addresses links as employees get them, the code left out
 * @returns the exit code: 0 where every address serves what the manifest names
 */
export async function comparePage(
  addresses: readonly string[],
  say: (line: string) => void = console.log,
): Promise<number> {
  const all: Served[] = []
  for (const address of addresses) {
    try {
      all.push(await fetchPage(address))
    } catch (error) {
      say(`${address}: ${error instanceof Error ? error.message : error}`)
      return 1
    }
  }
  for (const served of all) describe(served, say)
  const [first, ...others] = all
  const differing = others.flatMap((other) => (first ? differences(first, other) : []))
  for (const line of differing) say(line)
  await compareWithBuilt(first, say)
  const isAsPromised = all.every(({ hash, promised }) => hash === promised)
  return isAsPromised && differing.length === 0 ? 0 : 1
}

function describe({ address, files, hash, promised, number }: Served, say: Say): void {
  say(address)
  say(`  survey number ${number}: compare it with the one on the notice`)
  say(`  ${files.size} files, SHA-256 ${hash}`)
  say(
    hash === promised
      ? '  as the manifest says'
      : `  NOT as the manifest says, which names ${promised}`,
  )
}

type Say = (line: string) => void

async function fetchPage(link: string): Promise<Served> {
  const address = new URL(link)
  address.hash = ''
  const assessment = address.pathname.split('/')[2] ?? ''
  const signed = await fetch(new URL(`/api/manifests/${assessment}`, address))
  if (!signed.ok) throw new Error('there is no survey at this address')
  const { manifest } = (await signed.json()) as SignedManifest
  const files = await fetchFiles(address)
  return {
    address: address.href,
    files,
    hash: hashOfFiles(files),
    promised: manifest.pages,
    number: await surveyNumber(manifest),
  }
}

async function fetchFiles(address: URL): Promise<PageFiles> {
  const files = new Map<string, Uint8Array>()
  const toFetch = new Map([['answer.html', address]])
  for (const [path, from] of toFetch) {
    const response = await fetch(from)
    // Words that look like the name of a file are none.
    if (!response.ok) continue
    const content = new Uint8Array(await response.arrayBuffer())
    files.set(path, content)
    const text = Buffer.from(content).toString('latin1')
    for (const [name] of text.matchAll(fileName)) {
      toFetch.set(`assets/${name}`, new URL(`/assets/${name}`, address))
    }
  }
  return files
}

function differences(one: Served, other: Served): readonly string[] {
  const paths = new Set([...one.files.keys(), ...other.files.keys()])
  return [...paths]
    .toSorted()
    .filter((path) => !isSame(one.files.get(path), other.files.get(path)))
    .map((path) => `DIFFERS: ${path} between ${one.address} and ${other.address}`)
}

function isSame(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  return one !== undefined && other !== undefined && Buffer.compare(one, other) === 0
}

/** Says more than the hash in the manifest, which whoever runs the server wrote. */
async function compareWithBuilt(served: Served | undefined, say: Say): Promise<void> {
  const built = await filesOfEmployeePage()
  if (!served || built.size === 0) return say('Nothing is built here to compare with.')
  say(
    hashOfFiles(built) === served.hash
      ? 'The page is the one that is built here.'
      : 'The page is not the one that is built here: is this the same version?',
  )
}
