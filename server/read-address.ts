import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { isLoopback, readOrigin, readPort } from './read-setting.ts'
import type { Environment, SettingName } from './settings.ts'
import { readAll, WrongSettings, wrongSetting } from './wrong-settings.ts'

/** A certificate and its key, PEM: our own server speaks HTTPS with them. */
export interface Certificate {
  readonly cert: string
  readonly key: string
}

/** Where a server listens, and what people type to reach it. */
export interface Address {
  readonly host: string
  readonly port: number
  /** e.g. `http://127.0.0.1:8787` */
  readonly origin: string
  /** only this machine can reach the server, by its own names: no proxy hands it to others */
  readonly loopback: boolean
  /** null where HTTPS is somebody else's business: a proxy's, or nobody's on loopback */
  readonly certificate: Certificate | null
}

type Prefix = 'GROUNDWORK' | 'GROUNDWORK_BALLOT'

/**
 * Reads the settings of one server. Away from this machine, browsers must be told the one
 * address that is ours.
 *
 * @throws WrongSettings naming what cannot be used, and what it must be
 */
export function readAddress(
  environment: Environment,
  prefix: Prefix,
  usualPort: number,
): Address {
  const host = environment[`${prefix}_HOST`] ?? '127.0.0.1'
  const told = environment[`${prefix}_ORIGIN`]
  const { port, certificate } = readAll({
    port: () => readPort(environment, `${prefix}_PORT`, usualPort),
    certificate: () => readCertificate(environment, `${prefix}_CERTIFICATE`),
    origin: () => told !== undefined && readOrigin(`${prefix}_ORIGIN`, told),
    host: () => refuseUntold(prefix, host, told),
  })
  const origin =
    told === undefined
      ? originOf(host, port, certificate)
      : readOrigin(`${prefix}_ORIGIN`, told)
  if (certificate && !origin.startsWith('https:')) {
    const expected = `an address that begins with https:// where ${prefix}_CERTIFICATE is set`
    throw wrongSetting(`${prefix}_ORIGIN`, expected, told)
  }
  const loopback = isLoopback(host) && isLoopback(new URL(origin).hostname)
  return { host, port, origin, loopback, certificate }
}

/** @throws WrongSettings where others can reach the server, and by what name is not said */
function refuseUntold(prefix: Prefix, host: string, told: string | undefined): void {
  if (isLoopback(host) || told !== undefined) return
  const example = prefix === 'GROUNDWORK' ? 'needs' : 'ballots'
  throw new WrongSettings([
    `${prefix}_HOST is ${host}, which other machines can reach: set ${prefix}_ORIGIN to the https address people will open, for example https://${example}.example.org`,
  ])
}

function originOf(host: string, port: number, certificate: Certificate | null): string {
  const name = host.includes(':') ? `[${host}]` : host
  return `${certificate ? 'https' : 'http'}://${name}:${port}`
}

/** @throws WrongSettings when one of the two files is missing, or they do not belong together */
function readCertificate(
  environment: Environment,
  name: `${Prefix}_CERTIFICATE`,
): Certificate | null {
  const keyName = `${name}_KEY` as const
  const certFile = environment[name]
  const keyFile = environment[keyName]
  if (certFile === undefined && keyFile === undefined) return null
  if (certFile === undefined || keyFile === undefined) {
    throw new WrongSettings([
      `${name} and ${keyName} name two files that go together: set both`,
    ])
  }
  const certificate = readAll({
    cert: () => readPem(name, certFile),
    key: () => readPem(keyName, keyFile),
  })
  if (!belongTogether(certificate)) {
    throw new WrongSettings([
      `${name} and ${keyName} must be a PEM certificate and the private key it was made for`,
    ])
  }
  return certificate
}

function readPem(name: SettingName, file: string): string {
  try {
    return readFileSync(resolve(file), 'utf8')
  } catch {
    throw wrongSetting(name, 'a file that can be read', file)
  }
}

function belongTogether({ cert, key }: Certificate): boolean {
  try {
    return new X509Certificate(cert).checkPrivateKey(createPrivateKey(key))
  } catch {
    return false
  }
}
