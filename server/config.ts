import { join, resolve } from 'node:path'
import { refuseOneDatabase, refuseOneHost } from './keep-apart.ts'
import { type Address, readAddress } from './read-address.ts'
import { type MailSetting, readMail } from './read-mail.ts'
import {
  readCrowd,
  readDatabase,
  readOrigin,
  readPort,
  readSingleSignOn,
  type SingleSignOn,
} from './read-setting.ts'
import { type Environment, settings } from './settings.ts'
import { readPublicKey } from './signing-key.ts'
import { readAll, refuseUnknown, WrongSettings, wrongSetting } from './wrong-settings.ts'

/** How the office runs: everything but ballots. */
export interface Config extends Address {
  /** key files, and the database when it is a file */
  readonly dataFolder: string
  /** path of an SQLite file, or a postgres:// address */
  readonly database: string
  /** the origin where ballots are cast */
  readonly ballotBox: string
  /** how many employees may be at a door at once before their pages have to do some work */
  readonly crowd: number
  /** how mail leaves */
  readonly mail: MailSetting
  /** an identity provider, where there is one */
  readonly singleSignOn: SingleSignOn | null
}

/** How the ballot box runs. It knows of the office what its pages are called, and its key. */
export interface BallotBoxConfig extends Address {
  readonly dataFolder: string
  readonly database: string
  /** see `Config` */
  readonly crowd: number
  /** the only origin whose pages may cast */
  readonly office: string
  /** the office's Ed25519 key, raw, base64url; null when both run in one process */
  readonly officeKey: string | null
}

/** Where the operator asks how a process is; null where nobody can ask. */
export type WatchConfig = { readonly host: string; readonly port: number } | null

/** What one process of this installation runs; read once from the environment. */
export type Installation = { readonly watch: WatchConfig } & (
  | { readonly role: 'office'; readonly office: Config }
  | { readonly role: 'ballot-box'; readonly ballotBox: BallotBoxConfig }
  | WholeInstallation
)

/** Office and ballot box in one process, on two origins. */
export interface WholeInstallation {
  readonly role: 'all'
  readonly office: Config
  readonly ballotBox: BallotBoxConfig
}

/** @throws WrongSettings naming everything that cannot be used, and what it must be */
export function readConfig(environment: Environment): Installation {
  const { watch, parts } = readAll({
    names: () => refuseUnknown(environment),
    watch: () => readWatch(environment),
    parts: () => readParts(environment),
  })
  const ports = Object.values(parts).map((part) => Object(part).port)
  if (watch && ports.includes(watch.port)) {
    throw new WrongSettings([
      `GROUNDWORK_WATCH_PORT is ${watch.port}, where something else of ours listens: it needs a port of its own, for example ${settings.GROUNDWORK_WATCH_PORT.example}`,
    ])
  }
  return { ...parts, watch }
}

type Parts =
  | { readonly role: 'office'; readonly office: Config }
  | { readonly role: 'ballot-box'; readonly ballotBox: BallotBoxConfig }
  | WholeInstallation

function readParts(environment: Environment): Parts {
  const role = environment.GROUNDWORK_ROLE ?? 'all'
  switch (role) {
    case 'all':
      return readWholeConfig(environment)
    case 'office':
      return { role, office: readLoneOffice(environment) }
    case 'ballot-box':
      return { role, ballotBox: readLoneBox(environment) }
    default:
      throw wrongSetting('GROUNDWORK_ROLE', 'all, office or ballot-box', role)
  }
}

/** The settings for office and ballot box in one process, whatever the role says. */
export function readWholeConfig(environment: Environment): WholeInstallation {
  const { office, box } = readAll({
    office: () => readOffice(environment),
    box: () => readBox(environment),
  })
  readAll({
    ports: () => refuseOnePort(office, box),
    hosts: () =>
      refuseOneHost({
        office: office.origin,
        ballotBox: box.origin,
        certificates: [office.certificate, box.certificate],
      }),
    databases: () => refuseOneDatabase(office.database, box.database),
  })
  return {
    role: 'all',
    office: { ...office, ballotBox: box.origin },
    ballotBox: { ...box, office: office.origin, officeKey: null },
  }
}

function refuseOnePort(office: Address, box: Address): void {
  if (office.host !== box.host || office.port !== box.port || office.port === 0) return
  throw new WrongSettings([
    `GROUNDWORK_PORT and GROUNDWORK_BALLOT_PORT are both ${office.port}: the ballot box needs a port of its own`,
  ])
}

function readOffice(environment: Environment): Omit<Config, 'ballotBox'> {
  const dataFolder = readDataFolder(environment)
  const { address, ...others } = readAll({
    address: () => readAddress(environment, 'GROUNDWORK', 8787),
    database: () =>
      readDatabase(environment, 'GROUNDWORK_DATABASE', join(dataFolder, 'office.sqlite')),
    crowd: () => readCrowd(environment),
    mail: () => readMail(environment),
    singleSignOn: () => readSingleSignOn(environment),
  })
  return { ...address, dataFolder, ...others }
}

function readBox(
  environment: Environment,
): Omit<BallotBoxConfig, 'office' | 'officeKey'> {
  const dataFolder = join(readDataFolder(environment), 'ballot-box')
  const { address, ...others } = readAll({
    address: () => readBoxAddress(environment),
    database: () =>
      readDatabase(
        environment,
        'GROUNDWORK_BALLOT_DATABASE',
        join(dataFolder, 'ballots.sqlite'),
      ),
    crowd: () => readCrowd(environment),
  })
  return { ...address, dataFolder, ...others }
}

function readBoxAddress(environment: Environment): Address {
  const port = readPort(environment, 'GROUNDWORK_PORT', 8787)
  return readAddress(
    { GROUNDWORK_BALLOT_HOST: environment.GROUNDWORK_HOST, ...environment },
    'GROUNDWORK_BALLOT',
    port === 65_535 ? port - 1 : port + 1,
  )
}

function readLoneOffice(environment: Environment): Config {
  const { office, ballotBox } = readAll({
    office: () => readOffice(environment),
    ballotBox: () => readNeeded(environment, 'GROUNDWORK_BALLOT_BOX'),
  })
  refuseOneHost({ office: office.origin, ballotBox, certificates: [office.certificate] })
  return { ...office, ballotBox }
}

function readLoneBox(environment: Environment): BallotBoxConfig {
  const { box, office, officeKey } = readAll({
    box: () => readBox(environment),
    office: () => readNeeded(environment, 'GROUNDWORK_ORIGIN'),
    officeKey: () => readOfficeKey(environment.GROUNDWORK_OFFICE_KEY),
  })
  refuseOneHost({ office, ballotBox: box.origin, certificates: [box.certificate] })
  return { ...box, office, officeKey }
}

/** The address of the part that runs elsewhere. */
function readNeeded(
  environment: Environment,
  name: 'GROUNDWORK_BALLOT_BOX' | 'GROUNDWORK_ORIGIN',
): string {
  const text = environment[name]
  if (text !== undefined) return readOrigin(name, text)
  throw wrongSetting(name, 'the address of the other part', text)
}

function readOfficeKey(text: string | undefined): string {
  if (text !== undefined && readPublicKey(text)) return text
  const expected = 'the key that the office prints when it starts'
  throw wrongSetting('GROUNDWORK_OFFICE_KEY', expected, text)
}

function readWatch(environment: Environment): WatchConfig {
  if (environment.GROUNDWORK_WATCH_PORT === undefined) return null
  return {
    host: environment.GROUNDWORK_WATCH_HOST ?? '127.0.0.1',
    port: readPort(environment, 'GROUNDWORK_WATCH_PORT', 0),
  }
}

function readDataFolder(environment: Environment): string {
  return resolve(environment.GROUNDWORK_DATA ?? 'data')
}
