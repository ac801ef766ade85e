import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
]
const usualFolders = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome']
const usualApplications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const aptGet = '/usr/bin/apt-get'

/** Nothing of its own business: no first run, no updates, no talk with other hosts. */
const quietly = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts the Chromium of this machine; the tests never run without one. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: quietly })
}

/** The same with a profile in a folder, to see what it leaves on the disk. */
export function launchWithProfile(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    executablePath: findChromium(),
    args: quietly,
    viewport: { width: 1280, height: 900 },
    locale: 'en',
    reducedMotion: 'reduce',
  })
}

/**
 * Finds a Chromium: the one named in GROUNDWORK_CHROMIUM, one in the usual places, else
 * Debian's package, which root may install.
 *
 * @throws Error saying what to install
 */
function findChromium(): string {
  const named = process.env['GROUNDWORK_CHROMIUM']
  if (named) {
    if (isProgram(named)) return named
    throw new Error(
      `GROUNDWORK_CHROMIUM is ${named}, and there is no program of that name.`,
    )
  }
  const found =
    usualPlaces().find(isProgram) ??
    (installFromDebian() && usualPlaces().find(isProgram))
  if (found) return found
  throw new Error(
    'The browser tests need Chromium or Chrome, and this machine has none: install it (on Debian as root: apt-get install chromium), or name it in GROUNDWORK_CHROMIUM.',
  )
}

function usualPlaces(): readonly string[] {
  const onPath = (process.env['PATH'] ?? '').split(delimiter)
  const folders = [...usualFolders, ...onPath]
  return [
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    ...usualApplications,
  ]
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** @returns whether there is a Chromium now */
function installFromDebian(): boolean {
  if (process.getuid?.() !== 0 || !existsSync(aptGet)) return false
  process.stderr.write('Installing Chromium for the browser tests …\n')
  const apt = (...args: readonly string[]) =>
    spawnSync(aptGet, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  const install = ['install', '-y', '--no-install-recommends', 'chromium']
  return apt(...install) || (apt('update') && apt(...install))
}
