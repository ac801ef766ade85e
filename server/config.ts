import { join, resolve } from 'node:path'
import { refuseOneDatabase, refuseOneHost } from './keep-apart.ts'
import { type Address, readAddress } from './read-address.ts'
import { type MailSetting, readMail } from './read-mail.ts'
import {
  type Environment,
  readCrowd,
  readDatabase,
  readOrigin,
  readPort,
  readSingleSignOn,
  type SingleSignOn,
} from './read-setting.ts'
import { readPublicKey } from './signing-key.ts'

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

/** What one process of this installation runs; read once from the environment. */
export type Installation =
  | { readonly role: 'office'; readonly office: Config }
  | { readonly role: 'ballot-box'; readonly ballotBox: BallotBoxConfig }
  | WholeInstallation

/** Office and ballot box in one process, on two origins. */
export interface WholeInstallation {
  readonly role: 'all'
  readonly office: Config
  readonly ballotBox: BallotBoxConfig
}

/** @throws RangeError naming the setting that cannot be used, and what it takes */
export function readConfig(environment: Environment): Installation {
  const role = environment['GROUNDWORK_ROLE'] ?? 'all'
  switch (role) {
    case 'all':
      return readWholeConfig(environment)
    case 'office':
      return { role, office: readLoneOffice(environment) }
    case 'ballot-box':
      return { role, ballotBox: readLoneBox(environment) }
    default:
      throw new RangeError(
        `GROUNDWORK_ROLE must be all, office or ballot-box, got "${role}"`,
      )
  }
}

/** The settings for office and ballot box in one process, whatever the role says. */
export function readWholeConfig(environment: Environment): WholeInstallation {
  const office = readOffice(environment)
  const box = readBox(environment)
  if (office.host === box.host && office.port === box.port && office.port !== 0) {
    throw new RangeError(
      `GROUNDWORK_PORT and GROUNDWORK_BALLOT_PORT are both ${office.port}: the ballot box needs a port of its own`,
    )
  }
  refuseOneHost({
    office: office.origin,
    ballotBox: box.origin,
    certificates: [office.certificate, box.certificate],
  })
  refuseOneDatabase(office.database, box.database)
  return {
    role: 'all',
    office: { ...office, ballotBox: box.origin },
    ballotBox: { ...box, office: office.origin, officeKey: null },
  }
}

function readOffice(environment: Environment): Omit<Config, 'ballotBox'> {
  const dataFolder = readDataFolder(environment)
  return {
    ...readAddress(environment, 'GROUNDWORK', 8787),
    dataFolder,
    database: readDatabase(
      environment,
      'GROUNDWORK_DATABASE',
      join(dataFolder, 'office.sqlite'),
    ),
    crowd: readCrowd(environment),
    mail: readMail(environment),
    singleSignOn: readSingleSignOn(environment),
  }
}

function readBox(
  environment: Environment,
): Omit<BallotBoxConfig, 'office' | 'officeKey'> {
  const port = readPort(environment, 'GROUNDWORK_PORT', 8787)
  const dataFolder = join(readDataFolder(environment), 'ballot-box')
  return {
    ...readAddress(
      { GROUNDWORK_BALLOT_HOST: environment['GROUNDWORK_HOST'], ...environment },
      'GROUNDWORK_BALLOT',
      port === 65_535 ? port - 1 : port + 1,
    ),
    dataFolder,
    database: readDatabase(
      environment,
      'GROUNDWORK_BALLOT_DATABASE',
      join(dataFolder, 'ballots.sqlite'),
    ),
    crowd: readCrowd(environment),
  }
}

function readLoneOffice(environment: Environment): Config {
  const office = readOffice(environment)
  const ballotBox = readBallotBox(environment)
  refuseOneHost({ office: office.origin, ballotBox, certificates: [office.certificate] })
  return { ...office, ballotBox }
}

function readLoneBox(environment: Environment): BallotBoxConfig {
  const box = readBox(environment)
  const origin = environment['GROUNDWORK_ORIGIN']
  if (origin === undefined) {
    throw new RangeError(
      'GROUNDWORK_ORIGIN is not set: the ballot box must know the address of the office, whose page casts the ballots',
    )
  }
  const office = readOrigin('GROUNDWORK_ORIGIN', origin)
  refuseOneHost({ office, ballotBox: box.origin, certificates: [box.certificate] })
  return {
    ...box,
    office,
    officeKey: readOfficeKey(environment['GROUNDWORK_OFFICE_KEY']),
  }
}

function readBallotBox(environment: Environment): string {
  const text = environment['GROUNDWORK_BALLOT_BOX']
  if (text === undefined) {
    throw new RangeError(
      'GROUNDWORK_BALLOT_BOX is not set: the office must know the address of the ballot box, for example https://ballots.example.org',
    )
  }
  return readOrigin('GROUNDWORK_BALLOT_BOX', text)
}

function readOfficeKey(text: string | undefined): string {
  const expected =
    'GROUNDWORK_OFFICE_KEY must be the key that the office prints when it starts'
  if (text === undefined) throw new RangeError(`${expected}: it is not set`)
  if (readPublicKey(text)) return text
  throw new RangeError(`${expected}, got "${text}"`)
}

function readDataFolder(environment: Environment): string {
  return resolve(environment['GROUNDWORK_DATA'] ?? 'data')
}
