/**
 * Runs a file of the project on Node 24, whatever Node the machine has: finds or fetches
 * that Node, installs missing packages, then hands over. Plain JavaScript that an old Node
 * can read, because an old Node is what may be reading it.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const wantedMajor = 24
const fetchedVersion = '24.21.0'
/** Platforms whose Node is published as an npm package. */
const fetchable = ['linux-x64', 'linux-arm64', 'win-x64']

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const [file, ...args] = process.argv.slice(2)

const say = (sentence) => process.stderr.write(`${sentence}\n`)
const stop = (sentence) => {
  say(sentence)
  process.exit(1)
}

function findNode() {
  const major = Number(process.versions.node.split('.')[0])
  return major >= wantedMajor ? process.execPath : fetchNode()
}

function fetchNode() {
  const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const name = `node-${platform}`
  const folder = join(root, '.node24')
  const exe = process.platform === 'win32' ? 'node.exe' : 'node'
  const node = join(folder, 'node_modules', name, 'bin', exe)
  if (works(node)) return node
  if (!fetchable.includes(platform)) {
    stop(
      `Groundwork needs Node ${wantedMajor} or newer and this is Node ${process.versions.node}: install Node ${wantedMajor} from your system's packages or from nodejs.org, then run this again.`,
    )
  }
  say(
    `This machine has Node ${process.versions.node}. Fetching Node ${fetchedVersion} for this project only (about 60 MB) …`,
  )
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n')
  npm(['install', '--no-save', '--no-package-lock', `${name}@${fetchedVersion}`], folder)
  if (!works(node)) {
    stop(
      `The fetched Node ${fetchedVersion} does not run on this machine: install Node ${wantedMajor} from your system's packages or from nodejs.org, then run this again.`,
    )
  }
  return node
}

function works(node) {
  if (!existsSync(node)) return false
  const { status, stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' })
  return status === 0 && stdout.startsWith(`v${wantedMajor}.`)
}

/**
 * Installs what the lock file names, once for each state of the lock file. Not by `npm ci`: it
 * refuses a lock file that lacks the optional packages of platforms other than its maker's.
 */
function installPackages(node) {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const wanted = createHash('sha256').update(lock).digest('hex')
  const stamp = join(root, 'node_modules', '.groundwork-lock')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('Installing packages, this takes about a minute …')
  npm(
    ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'],
    root,
    dirname(node),
  )
  writeFileSync(stamp, wanted)
}

function npm(npmArgs, cwd, firstOnPath) {
  const cli = process.env.npm_execpath
  const path = firstOnPath
    ? `${firstOnPath}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`
    : process.env.PATH
  const options = {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PATH: path, npm_config_ignore_scripts: 'true' },
  }
  const { status } = cli?.endsWith('.js')
    ? spawnSync(process.execPath, [cli, ...npmArgs], options)
    : spawnSync('npm', npmArgs, { ...options, shell: process.platform === 'win32' })
  if (status !== 0) {
    stop(
      'npm could not install what Groundwork needs (its message is above): check that the package registry can be reached, then run this again.',
    )
  }
}

function run(node) {
  const bin = dirname(node)
  const separator = process.platform === 'win32' ? ';' : ':'
  const child = spawn(
    node,
    [
      '--disable-warning=ExperimentalWarning',
      `--openssl-config=${join(root, 'server', 'tls.cnf')}`,
      join(root, file),
      ...args,
    ],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, PATH: `${bin}${separator}${process.env.PATH}` },
    },
  )
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}

if (!file) stop('Usage: node server/launch.mjs FILE [ARGUMENTS]')
const node = findNode()
installPackages(node)
run(node)
