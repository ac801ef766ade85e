import { isAbsolute, join } from 'node:path'
import type { Environment, SettingName } from './settings.ts'
import { WrongSettings, wrongSetting } from './wrong-settings.ts'

/** Whether a host is a name of this machine that no other machine can reach. */
export function isLoopback(host: string): boolean {
  return (
    host === 'localhost' ||
    host === '::1' ||
    host === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(host)
  )
}

type PortName = Extract<SettingName, `${string}_PORT`>

/** @throws WrongSettings unless the setting is a port number */
export function readPort(
  environment: Environment,
  name: PortName,
  otherwise: number,
): number {
  const text = environment[name] ?? String(otherwise)
  const port = Number(text)
  if (text.trim() === '' || !Number.isInteger(port) || port < 0 || port > 65_535) {
    throw wrongSetting(name, 'a number from 0 to 65535', text)
  }
  return port
}

/** Where people of the office may sign in with their organization's own accounts. */
export interface SingleSignOn {
  /** as the provider names itself, without a slash at the end */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

/**
 * @returns null when none is set
 * @throws WrongSettings unless all three settings are there, or none
 */
export function readSingleSignOn(environment: Environment): SingleSignOn | null {
  const names = [
    'GROUNDWORK_OIDC_ISSUER',
    'GROUNDWORK_OIDC_CLIENT_ID',
    'GROUNDWORK_OIDC_CLIENT_SECRET',
  ] as const
  const [issuer, clientId, clientSecret] = names.map((name) => environment[name])
  if (!issuer && !clientId && !clientSecret) return null
  if (!issuer || !clientId || !clientSecret) {
    throw new WrongSettings([
      `${names.join(', ')} belong together: set all three or none`,
    ])
  }
  readOrigin(names[0], issuer)
  return { issuer: issuer.replace(/\/+$/, ''), clientId, clientSecret }
}

/** @throws WrongSettings unless the setting is a number of people, from 0 */
export function readCrowd(environment: Environment): number {
  const text = environment['GROUNDWORK_CROWD'] ?? '256'
  if (/^\d{1,6}$/.test(text)) return Number(text)
  throw wrongSetting('GROUNDWORK_CROWD', 'a number from 0', text)
}

/**
 * The scheme, host and port of an address; what follows them is left out. Names of other
 * machines are reached by https only.
 *
 * @throws WrongSettings unless it is such an address
 */
export function readOrigin(name: SettingName, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw wrongSetting(name, 'an https address', text)
  }
  if (url.protocol !== 'https:' && !isLoopback(url.hostname)) {
    throw wrongSetting(name, 'an address that begins with https://', text)
  }
  return url.origin
}

/**
 * Where a database is: the path of an SQLite file, or a `postgres://` address.
 *
 * @throws WrongSettings for any other kind of address
 */
export function readDatabase(
  environment: Environment,
  name: 'GROUNDWORK_DATABASE' | 'GROUNDWORK_BALLOT_DATABASE',
  otherwise: string,
): string {
  const text = environment[name]
  if (text === undefined) return otherwise
  if (/^postgres(ql)?:\/\//.test(text)) {
    if (URL.canParse(text)) return text
    throw wrongSetting(name, 'an address without typing errors', text)
  }
  if (text === '' || /^[a-z][a-z+]*:\/\//i.test(text)) {
    throw wrongSetting(name, 'the path of an SQLite file or begin with postgres://', text)
  }
  return isAbsolute(text) ? text : join(process.cwd(), text)
}
