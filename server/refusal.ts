/** Every no the server says on purpose, and its HTTP status. The code is also the key of its wording. */
export const refusals = {
  'malformed-request': 400,
  'malformed-units': 400,
  'malformed-answers': 400,
  'malformed-invitees': 400,
  'key-unsafe': 400,
  'coding-file-not-packed': 400,
  'coding-file-without-project': 400,
  'coding-file-not-refi': 400,
  'coding-file-declares-entities': 400,
  'coding-file-inconsistent': 400,
  'coding-table-not-read': 400,
  'malformed-figures': 400,
  'people-in-file': 400,
  'sign-in-first': 401,
  'wrong-password': 401,
  'organisers-only': 403,
  'members-only': 403,
  'facilitators-only': 403,
  'employee-side-only': 403,
  'link-for-other-side': 403,
  'key-link-unknown': 403,
  'key-does-not-open': 403,
  'set-up-link-spent': 403,
  'invitation-spent': 403,
  'example-on-this-machine-only': 403,
  'other-site': 403,
  'ballot-not-valid': 403,
  'command-refused': 403,
  'code-unknown': 403,
  'mute-link-unknown': 403,
  'wrong-address': 421,
  'not-found': 404,
  'ballot-not-found': 404,
  'assessment-not-found': 404,
  'key-holder-not-found': 404,
  'component-not-found': 404,
  'job-not-found': 404,
  'unit-not-found': 404,
  'not-on-list': 404,
  'email-taken': 409,
  'assessment-not-draft': 409,
  'assessment-not-frozen': 409,
  'assessment-not-open': 409,
  'assessment-not-closed': 409,
  'assessment-not-unsealing': 409,
  'assessment-not-tallied': 409,
  'assessment-already-ended': 409,
  'assessment-not-released': 409,
  'assessment-not-approved': 409,
  'assessment-changed-meanwhile': 409,
  'figures-changed-meanwhile': 409,
  'figures-not-checked': 409,
  'figures-would-tell': 409,
  'too-few-people': 409,
  'units-missing': 409,
  'contacts-missing': 409,
  'contacts-not-checked': 409,
  'box-full': 409,
  'command-stale': 409,
  'manifest-refused': 409,
  'already-collected': 409,
  'reset-limit-reached': 409,
  'collecting-not-stopped': 409,
  'last-day-missing': 409,
  'second-person-needed': 409,
  'key-holders-missing': 409,
  'organiser-holds-too-many-keys': 409,
  'keys-missing': 409,
  'keys-not-tried': 409,
  'key-already-made': 409,
  'ballot-box-key-unsafe': 409,
  'database-unfit': 409,
  'too-few-answers': 409,
  'way-settled': 409,
  'mail-under-way': 409,
  'mail-not-sent': 409,
  'nobody-to-write-to': 409,
  'invitations-first': 409,
  'reminder-too-soon': 409,
  'nothing-to-print': 409,
  'envelopes-printed-before': 409,
  'groups-too-few-to-export': 409,
  'program-not-adopted': 409,
  'program-already-adopted': 409,
  'reason-needed': 409,
  'contact-details-missing': 409,
  'survey-closed': 410,
  'request-too-large': 413,
  'coding-file-too-large': 413,
  'too-many-attempts': 429,
  'internal-error': 500,
  'ballot-box-unreachable': 503,
  'collecting-stopped': 503,
} as const

export type RefusalCode = keyof typeof refusals

/** One thing that is wrong, where, and what to do about it. */
export interface Problem {
  readonly where: string
  readonly expected: string
  /** the key of its wording and the words that go in, where pages say it in other languages */
  readonly say?: string
  readonly words?: Readonly<Record<string, string | number>>
}

/** An expected no. Thrown by use cases, worded by the page that hears it. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly problems: readonly Problem[]

  constructor(code: RefusalCode, problems: readonly Problem[] = []) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.problems = problems
  }
}
