import { isAbsolute, resolve } from 'node:path'

/** How this installation runs; read once from the environment. */
export interface Config {
  readonly host: string
  readonly port: number
  /** what people type into the browser, e.g. `http://127.0.0.1:8787` */
  readonly origin: string
  /** only this machine can reach the server */
  readonly loopback: boolean
  /** databases and key files */
  readonly dataFolder: string
}

type Environment = Readonly<Record<string, string | undefined>>

/** @throws RangeError naming the setting that cannot be used, and what it takes */
export function readConfig(environment: Environment): Config {
  const host = environment['GROUNDWORK_HOST'] ?? '127.0.0.1'
  const port = readPort(environment['GROUNDWORK_PORT'] ?? '8787')
  const folder = environment['GROUNDWORK_DATA'] ?? 'data'
  const loopback = isLoopback(host)
  return {
    host,
    port,
    loopback,
    origin: readOrigin(environment['GROUNDWORK_ORIGIN'], host, port, loopback),
    dataFolder: isAbsolute(folder) ? folder : resolve(folder),
  }
}

/** Whether a host is a name of this machine that no other machine can reach. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

function readPort(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new RangeError(
      `GROUNDWORK_PORT must be a number from 0 to 65535, got "${text}"`,
    )
  }
  return port
}

/** Away from this machine, browsers must be told the one address that is ours. */
function readOrigin(
  text: string | undefined,
  host: string,
  port: number,
  loopback: boolean,
): string {
  if (text === undefined) {
    if (loopback) return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
    throw new RangeError(
      `GROUNDWORK_HOST is ${host}, which other machines can reach: set GROUNDWORK_ORIGIN to the https address people will open, for example https://needs.example.org`,
    )
  }
  const { protocol, origin } = parseOrigin(text)
  if (protocol !== 'https:' && !loopback) {
    throw new RangeError(`GROUNDWORK_ORIGIN must begin with https://, got "${text}"`)
  }
  return origin
}

function parseOrigin(text: string): URL {
  if (!URL.canParse(text)) {
    throw new RangeError(
      `GROUNDWORK_ORIGIN must be an address such as https://needs.example.org, got "${text}"`,
    )
  }
  return new URL(text)
}
