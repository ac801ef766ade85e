import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from '#server/config.ts'
import { forTests, settings } from '#server/settings.ts'
import { WrongSettings } from '#server/wrong-settings.ts'

const operating = readFileSync(join(import.meta.dirname, '../../OPERATING.md'), 'utf8')

const key = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }).x ?? ''

const officeAlone = {
  GROUNDWORK_ROLE: 'office',
  GROUNDWORK_BALLOT_BOX: 'https://ballots.example.org',
}
const boxAlone = {
  GROUNDWORK_ROLE: 'ballot-box',
  GROUNDWORK_ORIGIN: 'https://needs.example.org',
  GROUNDWORK_OFFICE_KEY: key,
}

describe('the configuration', () => {
  it('listens on this machine only, unless told otherwise', () => {
    expect(readConfig({})).toMatchObject({
      role: 'all',
      office: {
        host: '127.0.0.1',
        port: 8787,
        origin: 'http://127.0.0.1:8787',
        loopback: true,
        ballotBox: 'http://127.0.0.1:8788',
      },
      ballotBox: {
        host: '127.0.0.1',
        port: 8788,
        origin: 'http://127.0.0.1:8788',
        office: 'http://127.0.0.1:8787',
      },
    })
  })

  it.each(['127.0.0.1', '127.3.2.1', 'localhost', '::1'])(
    'knows %s as this machine',
    (host) => {
      expect(readConfig({ GROUNDWORK_HOST: host })).toMatchObject({
        office: { loopback: true },
        ballotBox: { loopback: true },
      })
    },
  )

  it('knows that a proxy hands this machine to others', () => {
    const settings = {
      GROUNDWORK_ORIGIN: 'https://needs.example.org',
      GROUNDWORK_BALLOT_ORIGIN: 'https://ballots.example.org',
    }

    expect(readConfig(settings)).toMatchObject({ office: { loopback: false } })
  })

  it.each(['0.0.0.0', '192.168.1.4', '::', '127.0.0.1.evil.example'])(
    'needs to be told the address people open when others can reach %s',
    (host) => {
      expect(() => readConfig({ GROUNDWORK_HOST: host })).toThrow('set GROUNDWORK_ORIGIN')
      expect(() =>
        readConfig({
          GROUNDWORK_HOST: host,
          GROUNDWORK_ORIGIN: 'https://needs.example.org',
        }),
      ).toThrow('set GROUNDWORK_BALLOT_ORIGIN')
    },
  )

  it('wants https away from this machine', () => {
    const others = {
      GROUNDWORK_HOST: '0.0.0.0',
      GROUNDWORK_BALLOT_ORIGIN: 'https://ballots.example.org',
    }

    expect(() =>
      readConfig({ ...others, GROUNDWORK_ORIGIN: 'http://needs.example.org' }),
    ).toThrow('GROUNDWORK_ORIGIN must be an address that begins with https://')
    expect(
      readConfig({ ...others, GROUNDWORK_ORIGIN: 'https://needs.example.org/path' }),
    ).toMatchObject({ office: { origin: 'https://needs.example.org', loopback: false } })
  })

  it('wants a host name for the ballot box alone, away from this machine', () => {
    expect(() =>
      readConfig({
        GROUNDWORK_ORIGIN: 'https://needs.example.org',
        GROUNDWORK_BALLOT_ORIGIN: 'https://needs.example.org:8788',
      }),
    ).toThrow('give the ballot box a name of its own')
  })

  it.each(['eighty', '-1', '70000', '80.5', ''])('refuses %j as a port', (port) => {
    expect(() => readConfig({ GROUNDWORK_PORT: port })).toThrow(
      'GROUNDWORK_PORT must be a number from 0 to 65535',
    )
    expect(() => readConfig({ GROUNDWORK_BALLOT_PORT: port })).toThrow(
      'GROUNDWORK_BALLOT_PORT must be a number from 0 to 65535',
    )
  })

  it.each([
    ['one port for both', { GROUNDWORK_PORT: '9000', GROUNDWORK_BALLOT_PORT: '9000' }],
    [
      'one database for both',
      { GROUNDWORK_DATABASE: 'a', GROUNDWORK_BALLOT_DATABASE: 'a' },
    ],
  ])('refuses %s', (_, settings) => {
    expect(() => readConfig(settings)).toThrow('of its own')
  })

  it.each([
    ['postgres://needs@127.0.0.1:5432/office', 'postgres://needs@127.0.0.1:5432/office'],
    ['/srv/office.sqlite', '/srv/office.sqlite'],
  ])('takes %s as a database', (text, database) => {
    expect(readConfig({ GROUNDWORK_DATABASE: text })).toMatchObject({
      office: { database },
    })
  })

  it.each(['mysql://127.0.0.1/office', ''])('refuses %j as a database', (text) => {
    expect(() => readConfig({ GROUNDWORK_DATABASE: text })).toThrow(
      'GROUNDWORK_DATABASE must be the path of an SQLite file or begin with postgres://',
    )
  })

  it.each([
    [
      { GROUNDWORK_CERTIFICATE: '/nowhere.pem' },
      'GROUNDWORK_CERTIFICATE and GROUNDWORK_CERTIFICATE_KEY name two files',
    ],
    [
      {
        GROUNDWORK_BALLOT_CERTIFICATE: '/nowhere.pem',
        GROUNDWORK_BALLOT_CERTIFICATE_KEY: '/nowhere.key',
      },
      'GROUNDWORK_BALLOT_CERTIFICATE must be a file that can be read',
    ],
    [
      {
        GROUNDWORK_CERTIFICATE: import.meta.filename,
        GROUNDWORK_CERTIFICATE_KEY: import.meta.filename,
      },
      'must be a PEM certificate and the private key it was made for',
    ],
  ])('refuses the certificate of %j', (settings, sentence) => {
    expect(() => readConfig(settings)).toThrow(sentence)
  })

  it('runs the office alone, when told where the ballot box is', () => {
    expect(readConfig(officeAlone)).toMatchObject({
      role: 'office',
      office: { ballotBox: 'https://ballots.example.org' },
    })
    expect(() => readConfig({ GROUNDWORK_ROLE: 'office' })).toThrow(
      'GROUNDWORK_BALLOT_BOX is not set',
    )
    expect(() =>
      readConfig({ ...officeAlone, GROUNDWORK_BALLOT_BOX: 'http://ballots.example.org' }),
    ).toThrow('GROUNDWORK_BALLOT_BOX must be an address that begins with https://')
  })

  it('runs the ballot box alone, when told of the office', () => {
    expect(readConfig(boxAlone)).toMatchObject({
      role: 'ballot-box',
      ballotBox: { office: 'https://needs.example.org', officeKey: key, port: 8788 },
    })
    expect(() => readConfig({ ...boxAlone, GROUNDWORK_ORIGIN: undefined })).toThrow(
      'GROUNDWORK_ORIGIN is not set',
    )
  })

  it.each([undefined, 'no key', key.slice(4)])(
    'refuses %j as the office’s key',
    (text) => {
      expect(() => readConfig({ ...boxAlone, GROUNDWORK_OFFICE_KEY: text })).toThrow(
        /GROUNDWORK_OFFICE_KEY .*must be the key that the office prints when it starts/,
      )
    },
  )

  it('refuses a role nobody plays', () => {
    expect(() => readConfig({ GROUNDWORK_ROLE: 'both' })).toThrow(
      'GROUNDWORK_ROLE must be all, office or ballot-box, for example office; got "both"',
    )
  })

  it('stops the start with a sentence for each setting that is wrong', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(import.meta.dirname, '../../server/commands/start.ts')],
      {
        encoding: 'utf8',
        env: {
          ...process.env,
          GROUNDWORK_PORT: 'eighty',
          GROUNDWORK_CROWD: 'many',
          GROUNDWORK_ORIGNI: 'https://needs.example.org',
        },
      },
    )

    expect(status).toBe(1)
    expect(stderr.trim().split('\n')).toEqual([
      '3 settings cannot be used:',
      '- GROUNDWORK_ORIGNI is not a setting: did you mean GROUNDWORK_ORIGIN?',
      '- GROUNDWORK_PORT must be a number from 0 to 65535, for example 8787; got "eighty"',
      '- GROUNDWORK_CROWD must be a number from 0, for example 256; got "many"',
    ])
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  it('names all that is wrong at once, each with what it must be', () => {
    const all = {
      GROUNDWORK_HOST: '0.0.0.0',
      GROUNDWORK_BALLOT_PORT: '99999',
      GROUNDWORK_DATABASE: 'mysql://us:hidden@db.example/office',
      GROUNDWORK_SMTP: 'smpt://us:hidden@mail.example',
      GROUNDWORK_OIDC_ISSUER: 'https://id.example.org',
      GROUNDWORK_WATCH_PORT: 'x',
    }

    const wrong = sentencesOf(() => readConfig(all))

    expect(wrong.map((sentence) => /GROUNDWORK_\w+/.exec(sentence)?.[0])).toEqual([
      'GROUNDWORK_WATCH_PORT',
      'GROUNDWORK_HOST',
      'GROUNDWORK_DATABASE',
      'GROUNDWORK_SMTP',
      'GROUNDWORK_MAIL_FROM',
      'GROUNDWORK_OIDC_ISSUER',
      'GROUNDWORK_BALLOT_PORT',
      'GROUNDWORK_BALLOT_HOST',
    ])
    expect(wrong.join()).not.toContain('hidden')
  })

  it.each([
    ['GROUNDWORK_PROT', 'did you mean GROUNDWORK_PORT?'],
    ['GROUNDWORK_BALLOT_ORIGN', 'did you mean GROUNDWORK_BALLOT_ORIGIN?'],
    ['GROUNDWORK_SERVICE_HOST_ADDRESS', 'OPERATING.md lists those there are'],
  ])('does not overlook %s', (name, hint) => {
    expect(() => readConfig({ [name]: 'x' })).toThrow(`${name} is not a setting: ${hint}`)
  })

  it('lets the operator ask on a port of its own, when told to', () => {
    expect(readConfig({})).toMatchObject({ watch: null })
    expect(readConfig({ GROUNDWORK_WATCH_PORT: '8790' })).toMatchObject({
      watch: { host: '127.0.0.1', port: 8790 },
    })
    expect(() => readConfig({ GROUNDWORK_WATCH_PORT: '8788' })).toThrow(
      'it needs a port of its own',
    )
  })

  it('is one table in OPERATING.md', () => {
    const rows = Object.entries(settings).map(
      ([name, { means, usual }]) => `${name} | ${means} | ${usual}`,
    )

    const told = operating.match(/^\| `GROUNDWORK_\w+` .*$/gm) ?? []
    expect(
      told.map((row) =>
        row
          .slice(2, -1)
          .split('|')
          .map((cell) => cell.trim())
          .join(' | ')
          .replace(/^`(\w+)`/, '$1')
          .trimEnd(),
      ),
    ).toEqual(rows.map((row) => row.trimEnd()))
  })

  it('knows every name that tests and measurements read', () => {
    const folder = join(import.meta.dirname, '..')
    const read = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.ts$/.test(path) && !path.endsWith('config.test.ts'))
      .flatMap((path) =>
        readFileSync(join(folder, path), 'utf8').match(/\bGROUNDWORK_[A-Z_]+\b/g),
      )

    const known: readonly string[] = [...Object.keys(settings), ...forTests]
    expect(read.filter((name) => name !== null && !known.includes(name))).toEqual([])
  })
})

function sentencesOf(read: () => unknown): readonly string[] {
  try {
    read()
    return []
  } catch (error) {
    return error instanceof WrongSettings ? error.sentences : []
  }
}
