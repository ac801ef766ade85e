/** One thing that is set from outside. */
interface Setting {
  readonly means: string
  /** what holds when it is not set, in words; empty where there is nothing */
  readonly usual: string
  readonly example: string
  /** never shown again: a password is in it */
  readonly isSecret?: true
}

/** Every setting there is. No other name is read: the compiler holds the readers to this list. */
export const settings = {
  GROUNDWORK_ROLE: {
    means: 'what this process runs: `all`, `office` or `ballot-box`',
    usual: '`all`',
    example: 'office',
  },
  GROUNDWORK_DATA: {
    means: 'folder of keys, of the outbox, and of databases that are files',
    usual: '`data`',
    example: '/var/lib/groundwork',
  },
  GROUNDWORK_HOST: {
    means: 'where the office listens',
    usual: '`127.0.0.1`, this machine only',
    example: '0.0.0.0',
  },
  GROUNDWORK_PORT: {
    means: 'port of the office',
    usual: '`8787`',
    example: '8787',
  },
  GROUNDWORK_ORIGIN: {
    means:
      'the https address people open; needed when other machines can reach the office',
    usual: 'host and port',
    example: 'https://needs.example.org',
  },
  GROUNDWORK_CERTIFICATE: {
    means: 'file with the certificate of the office, PEM',
    usual: 'HTTPS is left to a proxy',
    example: '/etc/groundwork/needs.pem',
  },
  GROUNDWORK_CERTIFICATE_KEY: {
    means: 'file with the key of that certificate, PEM',
    usual: '',
    example: '/etc/groundwork/needs.key',
  },
  GROUNDWORK_DATABASE: {
    means: 'database of the office: path of an SQLite file, or `postgres://…`',
    usual: 'a file in the data folder',
    example: 'postgres://groundwork@db.example.org/office',
    isSecret: true,
  },
  GROUNDWORK_BALLOT_BOX: {
    means: 'for an office alone: the https address of the ballot box',
    usual: '',
    example: 'https://ballots.example.org',
  },
  GROUNDWORK_BALLOT_HOST: {
    means: 'where the ballot box listens',
    usual: 'the host of the office',
    example: '0.0.0.0',
  },
  GROUNDWORK_BALLOT_PORT: {
    means: 'port of the ballot box',
    usual: 'the one after the office’s',
    example: '8788',
  },
  GROUNDWORK_BALLOT_ORIGIN: {
    means:
      'the https address where ballots are cast; needed when other machines can reach the ballot box',
    usual: 'host and port',
    example: 'https://ballots.example.org',
  },
  GROUNDWORK_BALLOT_CERTIFICATE: {
    means: 'file with the certificate of the ballot box, PEM; not the office’s',
    usual: 'HTTPS is left to a proxy',
    example: '/etc/groundwork/ballots.pem',
  },
  GROUNDWORK_BALLOT_CERTIFICATE_KEY: {
    means: 'file with the key of that certificate, PEM',
    usual: '',
    example: '/etc/groundwork/ballots.key',
  },
  GROUNDWORK_BALLOT_DATABASE: {
    means: 'database of the ballot box: path of an SQLite file, or `postgres://…`',
    usual: 'a file in the data folder',
    example: 'postgres://ballots@db.example.org/ballots',
    isSecret: true,
  },
  GROUNDWORK_OFFICE_KEY: {
    means: 'for a ballot box alone: the key that the office prints when it starts',
    usual: '',
    example: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  },
  GROUNDWORK_CROWD: {
    means:
      'requests of employees worked on at once before their pages have to do some work',
    usual: '`256`',
    example: '256',
  },
  GROUNDWORK_SMTP: {
    means: 'where mail is handed in',
    usual: 'an outbox folder in the data folder',
    example: 'smtps://user:password@mail.example.org',
    isSecret: true,
  },
  GROUNDWORK_MAIL_FROM: {
    means: 'whom mail comes from; needed with a mail server',
    usual: '`Groundwork <groundwork@localhost>`',
    example: 'Survey <survey@example.org>',
  },
  GROUNDWORK_OIDC_ISSUER: {
    means:
      'an OpenID provider people of the office may sign in with; it sends them back to `/api/office/accounts/oidc/callback/organization`',
    usual: 'none',
    example: 'https://id.example.org',
  },
  GROUNDWORK_OIDC_CLIENT_ID: {
    means: 'how that provider knows Groundwork',
    usual: '',
    example: 'groundwork',
  },
  GROUNDWORK_OIDC_CLIENT_SECRET: {
    means: 'what Groundwork shows that provider',
    usual: '',
    example: 'a-long-secret',
    isSecret: true,
  },
  GROUNDWORK_WATCH_HOST: {
    means: 'where health and figures for the operator can be asked for',
    usual: '`127.0.0.1`, this machine only',
    example: '127.0.0.1',
  },
  GROUNDWORK_WATCH_PORT: {
    means: 'port for health and figures',
    usual: 'none: nobody can ask',
    example: '8790',
  },
} as const satisfies Readonly<Record<string, Setting>>

/** The name of a setting. */
export type SettingName = keyof typeof settings

/** The environment of the process: settings by name. */
export type Environment = Readonly<Partial<Record<SettingName, string | undefined>>>

/** Names that tests and measurements read; nothing of the product does. */
export const forTests = [
  'GROUNDWORK_CHROMIUM',
  'GROUNDWORK_TEST_DATA',
  'GROUNDWORK_SHOTS',
  'GROUNDWORK_BENCH_BALLOTS',
  'GROUNDWORK_BENCH_CROWD',
  'GROUNDWORK_BENCH_FIGURES',
]
