import { randomUUID } from 'node:crypto'
import { componentIds } from '#analysis/recommendation/components.ts'
import { createApp } from '#server/app.ts'
import { competences, conductVersion } from '#surveys/focus-group-guide.ts'
import { plan, unitsCsv } from '../../server/journey.ts'
import type { TestServer } from '../../server/test-server.ts'

/** Who may go through a door of the office. `anybody` needs no session. */
export type Allowed =
  | 'anybody'
  | 'key holder'
  | 'member'
  | 'organiser'
  | 'employee side'
  | 'facilitator'
  /** the organiser, and whoever delivers the program */
  | 'deliverer'
  | 'signed in'
  /** the two sides and administrators */
  | 'colleague'
  /** whoever has an account */
  | 'account'

/** A door of the office, who may go through it, and a request that it understands. */
export interface Door {
  readonly allowed: Allowed
  readonly body?: unknown
  readonly query?: string
  /** takes long, or ends what others still try */
  readonly isHeavy?: boolean
}

const secret = 'a-secret-of-forty-letters-that-nobody-has'
const month = '2026-11'
const study = {
  purposes: ['causes'],
  types: ['drivers'],
  plannedGroups: 3,
  stopRule: 'nothing-new',
  languages: ['en'],
  powerApart: true,
}
const powerCheck = { nobodyLeads: true, noObserver: true, noRelatives: true }
const session = {
  type: 'drivers',
  day: '2026-12-01',
  time: '14:30',
  minutes: 90,
  mode: 'onsite',
  place: 'Room 4',
  language: 'en',
  noteTaker: true,
  seats: 6,
  facilitator: 'nobody',
  powerCheck,
}
const briefing = {
  kind: 'group',
  day: '2026-12-01',
  time: '14:30',
  zone: 'Europe/Oslo',
  minutes: 60,
  shift: 'day',
  language: 'en',
  mode: 'onsite',
  place: 'Room 4',
  leader: 'Care',
  seats: 10,
  booking: true,
}
const said = { answers: {}, texts: {}, harmless: [] }
const csv = 'unit,email,name,language\nOffice,ada@people.example,Ada,en\n'
const figuresCsv =
  'unit,indicator,period,value,source\nOffice,Overtime,2025,4.5,Payroll\n'
const handIn = {
  notebook: randomUUID(),
  participants: 5,
  consents: 5,
  unitMix: 'cross-unit',
  distressProtocolUsed: false,
  memberCheck: 'agreed',
  asked: [1],
  votes: [],
  segments: [],
  powerCheck: { nobodyLeads: true, noObserver: true, noRelatives: true },
}

const questionnaire = Buffer.from(
  '{"elements":[{"type":"boolean","name":"q","title":"Calm?"}]}',
).toString('base64')
const licence = {
  name: 'Calm',
  holder: 'Us',
  terms: 'own',
  permission: null,
  commercial: true,
  locked: false,
  original: 'en',
  translations: [],
  until: null,
}

const wording = { name: 'Parking', definition: 'No place.', harmless: false }
const paraphrase = { text: 'In other words.', harmless: false }

/**
 * What an organiser who runs the system as well still may: planning, and who works here. No
 * names of people who are asked, no participation, no results, no figures.
 */
const planning =
  /^\w+ \/api\/office\/(accounts\/|audit\/|assessments($|\/)|trustees\/|jobs\/|registrar\/:id\/(freeze|open|stopped|resume)$)/

/** Everybody who knocks, by the roles they hold. */
export type Knocker =
  | 'nobody'
  | 'organiser'
  | 'employee side'
  | 'facilitator'
  | 'administrator'
  | 'provider'
  | 'organiser and administrator'
  | 'employee side and provider'
  | 'organiser of another organization'

/** Whom each kind of door lets in, of those who hold one role. */
const lets: Readonly<Record<Allowed, readonly Knocker[]>> = {
  anybody: ['nobody'],
  'key holder': [],
  account: [
    'organiser',
    'employee side',
    'facilitator',
    'administrator',
    'provider',
    'organiser of another organization',
  ],
  colleague: ['organiser', 'employee side', 'administrator'],
  member: ['organiser', 'employee side'],
  organiser: ['organiser'],
  'employee side': ['employee side'],
  facilitator: ['facilitator'],
  deliverer: ['organiser', 'provider'],
  'signed in': ['organiser', 'employee side', 'facilitator'],
}

/** Whether a door is meant for somebody. With a second role it is for fewer, never for more. */
export function isMeantFor(knocker: Knocker, door: string): boolean {
  const kind = officeDoors[door]?.allowed ?? 'key holder'
  if (knocker === 'organiser and administrator') {
    const isShown = kind === 'account' || planning.test(door)
    return lets[kind].includes('organiser') && isShown
  }
  // Whoever delivers the program sees what everybody may read, and their own account.
  if (knocker === 'employee side and provider') return kind === 'account'
  return lets[kind].includes(knocker)
}

/** Every door there is; the test compares it with what the server offers. */
export const officeDoors: Readonly<Record<string, Door>> = {
  'GET /api/manifests/:assessment': { allowed: 'anybody' },
  'GET /api/told/:assessment/:locale': { allowed: 'anybody' },
  'POST /api/collect/look': { allowed: 'anybody' },
  'POST /api/collect': { allowed: 'anybody' },
  'POST /api/collect/again': { allowed: 'anybody' },
  'POST /api/invitations/mute': { allowed: 'anybody' },
  'POST /api/key-holder/look': { allowed: 'key holder', body: { secret } },
  'POST /api/key-holder/key': {
    allowed: 'key holder',
    body: { secret, publicKey: Buffer.alloc(32, 9).toString('base64url') },
  },
  'POST /api/key-holder/question': { allowed: 'key holder', body: { secret } },
  'POST /api/key-holder/answer': {
    allowed: 'key holder',
    body: { secret, answer: Buffer.alloc(32).toString('base64url') },
  },
  'POST /api/key-holder/opening/begin': {
    allowed: 'key holder',
    body: { secret, answer: Buffer.alloc(32).toString('base64url') },
  },
  'POST /api/key-holder/opening/take': {
    allowed: 'key holder',
    body: { pass: secret, part: 0 },
  },
  'POST /api/key-holder/opening/deliver': {
    allowed: 'key holder',
    body: { pass: secret, part: 0, sealed: 'AAAA' },
  },
  'POST /api/interview/look': { allowed: 'key holder', body: { secret } },
  'POST /api/interview/hand-in': {
    allowed: 'key holder',
    body: { secret, next: Buffer.alloc(32, 9).toString('base64url'), ...said },
  },
  'POST /api/interview/correct': {
    allowed: 'key holder',
    body: { secret, version: 2, ...said },
  },
  'POST /api/interview/approve': { allowed: 'key holder', body: { secret, version: 2 } },
  'GET /api/office/accounts/front-door': { allowed: 'anybody' },
  'POST /api/office/accounts/set-up': { allowed: 'anybody' },
  'POST /api/office/accounts/sign-in': { allowed: 'anybody' },
  'POST /api/office/accounts/sign-out': { allowed: 'anybody' },
  'POST /api/office/accounts/join': { allowed: 'anybody' },
  'POST /api/office/accounts/join/look': { allowed: 'anybody' },
  'POST /api/office/accounts/second-step': { allowed: 'anybody' },
  'POST /api/office/accounts/way-back': { allowed: 'anybody' },
  'POST /api/office/accounts/single-sign-on': {
    allowed: 'anybody',
    body: { secret: null },
  },
  'GET /api/office/accounts/oidc/callback/organization': { allowed: 'anybody' },
  'GET /api/office/accounts/me/sessions': { allowed: 'account' },
  'DELETE /api/office/accounts/me/sessions/:session': { allowed: 'account' },
  'DELETE /api/office/accounts/me/roles/:role': { allowed: 'account' },
  'POST /api/office/accounts/me/password': {
    allowed: 'account',
    body: { current: secret, wanted: `${secret} now` },
  },
  'POST /api/office/accounts/me/second-factor': {
    allowed: 'account',
    body: { password: secret },
  },
  'POST /api/office/accounts/me/second-factor/confirm': {
    allowed: 'account',
    body: { code: '123456' },
  },
  'POST /api/office/accounts/me/second-factor/drop': {
    allowed: 'account',
    body: { password: secret, code: '123456' },
  },
  'POST /api/office/accounts/me/second-factor/codes': {
    allowed: 'account',
    body: { password: secret, code: '123456' },
  },
  'GET /api/office/accounts/people': { allowed: 'colleague' },
  'PUT /api/office/accounts/people/second-factor': {
    allowed: 'colleague',
    body: { from: '2026-12-01' },
  },
  'POST /api/office/accounts/people/:user/roles/:role': { allowed: 'member' },
  // Besides whoever holds the role.
  'DELETE /api/office/accounts/people/:user/roles/:role': { allowed: 'member' },
  'DELETE /api/office/accounts/people/:user/sessions': { allowed: 'colleague' },
  'DELETE /api/office/accounts/people/:user': { allowed: 'member' },
  'POST /api/office/accounts/people/:user/way-back': { allowed: 'member' },
  'DELETE /api/office/accounts/people/:user/way-back': { allowed: 'member' },
  'GET /api/office/audit/trail': { allowed: 'member' },
  'GET /api/office/audit/trail.jsonl': { allowed: 'member' },
  'GET /api/office/focus-groups': { allowed: 'facilitator' },
  'GET /api/office/group-notes/:id/:session/room': { allowed: 'facilitator' },
  'GET /api/office/group-notes/:id/:session': { allowed: 'facilitator' },
  'PUT /api/office/group-notes/:id/:session': { allowed: 'facilitator', body: handIn },
  'GET /api/office/coding/:id': { allowed: 'facilitator' },
  'GET /api/office/coding/:id/released': { allowed: 'member' },
  'POST /api/office/coding/:id/begin': { allowed: 'facilitator' },
  'POST /api/office/coding/:id/join': { allowed: 'facilitator' },
  'POST /api/office/coding/:id/finish': { allowed: 'facilitator' },
  'POST /api/office/coding/:id/lock': { allowed: 'facilitator' },
  'PUT /api/office/coding/:id/segments/:segment': {
    allowed: 'facilitator',
    body: { codes: ['hazard.hours'] },
  },
  'GET /api/office/coding/:id/suggestions': { allowed: 'facilitator' },
  'GET /api/office/coding/:id/agreement': { allowed: 'facilitator' },
  'PUT /api/office/coding/:id/decisions': {
    allowed: 'facilitator',
    body: {
      segment: randomUUID(),
      code: 'hazard.hours',
      verdict: 'applies',
      reason: 'It does.',
      harmless: false,
    },
  },
  'POST /api/office/coding/:id/codes': { allowed: 'facilitator', body: wording },
  'PUT /api/office/coding/:id/codes/:code': { allowed: 'facilitator', body: wording },
  'DELETE /api/office/coding/:id/codes/:code': { allowed: 'facilitator' },
  'GET /api/office/coding/:id/themes': { allowed: 'facilitator' },
  'PUT /api/office/coding/:id/paraphrases/:segment': {
    allowed: 'facilitator',
    body: paraphrase,
  },
  'DELETE /api/office/coding/:id/paraphrases/:segment': { allowed: 'facilitator' },
  'PUT /api/office/coding/:id/checks/:code': {
    allowed: 'facilitator',
    body: { outcome: 'confirmed', note: '', harmless: false },
  },
  'GET /api/office/coding-files/:id/codebook/:locale': { allowed: 'facilitator' },
  'GET /api/office/coding-files/:id/project/:locale': { allowed: 'facilitator' },
  'GET /api/office/coding-files/:id/table': { allowed: 'facilitator' },
  'POST /api/office/coding-files/:id/codebook': {
    allowed: 'facilitator',
    body: { file: 'AAAA' },
  },
  'POST /api/office/coding-files/:id/project': {
    allowed: 'facilitator',
    body: { file: 'AAAA', coder: null },
  },
  'POST /api/office/coding-files/:id/table': {
    allowed: 'facilitator',
    body: { csv: 'group,text\n1,a\n' },
  },
  'POST /api/office/accounts/invitations': {
    allowed: 'member',
    body: { role: 'facilitator', email: 'new@people.example' },
  },
  'GET /api/office/assessments': { allowed: 'member' },
  'POST /api/office/assessments': { allowed: 'organiser', body: { name: 'Another' } },
  'GET /api/office/assessments/:id': { allowed: 'member' },
  'PUT /api/office/assessments/:id/plan': { allowed: 'organiser', body: plan },
  'PUT /api/office/assessments/:id/units': {
    allowed: 'organiser',
    body: { csv: unitsCsv },
  },
  'PUT /api/office/assessments/:id/questions': {
    allowed: 'organiser',
    body: { modules: [], own: [] },
  },
  'POST /api/office/assessments/:id/duty-to-act': { allowed: 'member' },
  'GET /api/office/assessments/:id/lacking': { allowed: 'member' },
  'GET /api/office/assessments/:id/publication': { allowed: 'member' },
  'POST /api/office/assessments/:id/approval': {
    allowed: 'employee side',
    body: { revision: 1 },
  },
  'DELETE /api/office/assessments/:id/agreements/:matter': { allowed: 'member' },
  'POST /api/office/registrar/:id/freeze': { allowed: 'organiser' },
  'POST /api/office/registrar/:id/open': { allowed: 'organiser' },
  'GET /api/office/registrar/:id/stopped': { allowed: 'member' },
  'POST /api/office/registrar/:id/resume': { allowed: 'member' },
  'GET /api/office/registrar/:id/wishes': { allowed: 'member' },
  'POST /api/office/registrar/:id/wishes/:unit': {
    allowed: 'member',
    body: { wished: 1 },
  },
  'GET /api/office/trustees/:id': { allowed: 'member' },
  'GET /api/office/trustees/named/:user': { allowed: 'member' },
  'POST /api/office/trustees/:id': {
    allowed: 'organiser',
    body: { name: 'Eve', side: 'provider' },
  },
  'PUT /api/office/trustees/:id/rule': { allowed: 'organiser', body: { needed: 2 } },
  'DELETE /api/office/trustees/:id/:holder': { allowed: 'organiser' },
  'POST /api/office/trustees/:id/:holder/link': { allowed: 'member' },
  'GET /api/office/invitations/:id': { allowed: 'member' },
  'POST /api/office/invitations/:id/preview': { allowed: 'organiser', body: { csv } },
  'PUT /api/office/invitations/:id/list': { allowed: 'organiser', body: { csv } },
  'PUT /api/office/invitations/:id/way': {
    allowed: 'organiser',
    body: { unit: 'office', way: 'mail', languages: ['en'] },
  },
  'POST /api/office/invitations/:id/round': {
    allowed: 'organiser',
    body: { kind: 'reminder' },
  },
  'POST /api/office/invitations/:id/round/resume': { allowed: 'organiser' },
  'POST /api/office/invitations/:id/round/stop': { allowed: 'organiser' },
  'GET /api/office/invitations/:id/undelivered': { allowed: 'organiser' },
  'POST /api/office/invitations/:id/again': {
    allowed: 'organiser',
    body: { email: 'ada@people.example' },
  },
  'POST /api/office/invitations/:id/envelopes': {
    allowed: 'organiser',
    body: { units: ['office'], language: 'en', again: false },
    isHeavy: true,
  },
  'GET /api/office/focus-groups/:id': { allowed: 'member' },
  'POST /api/office/focus-groups/:id': {
    allowed: 'organiser',
    body: { month, answers: {} },
  },
  'DELETE /api/office/focus-groups/:id/:session': { allowed: 'organiser' },
  'POST /api/group-seats/look': { allowed: 'anybody' },
  'POST /api/group-seats/take': { allowed: 'anybody' },
  'POST /api/group-seats/find': { allowed: 'anybody' },
  'POST /api/group-seats/give-back': { allowed: 'anybody' },
  'GET /api/office/group-studies/readiness': { allowed: 'facilitator' },
  'PUT /api/office/group-studies/readiness': {
    allowed: 'facilitator',
    body: { competences, name: 'Eve', version: conductVersion },
  },
  'GET /api/office/group-studies/:id': { allowed: 'signed in' },
  'PUT /api/office/group-studies/:id': { allowed: 'organiser', body: study },
  'POST /api/office/group-studies/:id/sessions': { allowed: 'organiser', body: session },
  'DELETE /api/office/group-studies/:id/sessions/:session': { allowed: 'organiser' },
  'POST /api/office/group-studies/:id/sessions/:session/invite': {
    allowed: 'organiser',
  },
  'POST /api/office/group-studies/:id/sessions/:session/hold': {
    allowed: 'facilitator',
    body: { powerCheck },
  },
  'GET /api/office/group-seats/:id': { allowed: 'signed in' },
  'GET /api/office/group-papers/:id/:kind/:form/:locale': { allowed: 'signed in' },
  'GET /api/office/interviews/:id': { allowed: 'member' },
  'POST /api/office/interviews/:id': {
    allowed: 'organiser',
    body: { units: ['office'], label: 'Office' },
  },
  'GET /api/office/interviews/:id/voices': { allowed: 'member' },
  'POST /api/office/interviews/:id/:interview/link': { allowed: 'organiser' },
  'DELETE /api/office/interviews/:id/:interview': { allowed: 'organiser' },
  'GET /api/openapi.json': { allowed: 'anybody' },
  'GET /api/office/examinations': { allowed: 'member' },
  'PUT /api/office/examinations': {
    allowed: 'organiser',
    body: { kind: 'translation', locale: 'sv', by: 'Eva', on: '2026-11-01', note: '' },
  },
  'DELETE /api/office/examinations/:locale/:kind': { allowed: 'organiser' },
  'GET /api/office/remarks/:id': { allowed: 'member' },
  'POST /api/office/remarks/:id': {
    allowed: 'member',
    body: { place: 'people', text: 'Why together?', revision: 1 },
  },
  'POST /api/office/remarks/:id/:remark/settled': { allowed: 'member' },
  'GET /api/office/indicators/:id': { allowed: 'member' },
  'GET /api/office/indicators/:id/template/:locale': {
    allowed: 'organiser',
    query: '?period=2025',
  },
  'POST /api/office/indicators/:id/preview': {
    allowed: 'organiser',
    body: { csv: figuresCsv },
  },
  'PUT /api/office/indicators/:id/figures': {
    allowed: 'organiser',
    body: { csv: figuresCsv, outcome: 'another', checked: true },
  },
  'DELETE /api/office/indicators/:id/figures': { allowed: 'organiser' },
  'DELETE /api/office/indicators/:id/figures/:figure': { allowed: 'organiser' },
  'GET /api/office/talks/:id': { allowed: 'facilitator' },
  'GET /api/office/talks/:id/:interview': { allowed: 'facilitator' },
  'PUT /api/office/talks/:id/:interview': {
    allowed: 'facilitator',
    body: { version: 1, ...said },
  },
  'POST /api/office/talks/:id/:interview/link': { allowed: 'facilitator' },
  'POST /api/office/talks/:id/:interview/sentences': {
    allowed: 'facilitator',
    body: { version: 3, sentences: [], harmless: [] },
  },
  'GET /api/office/instruments/:id': { allowed: 'member' },
  'POST /api/office/instruments/:id/preview': {
    allowed: 'organiser',
    body: { file: questionnaire },
  },
  'POST /api/office/instruments/:id/instruments': {
    allowed: 'organiser',
    body: { file: questionnaire, outcome: 'none', without: [], licence },
  },
  'DELETE /api/office/instruments/:id/instruments/:instrument': { allowed: 'organiser' },
  'GET /api/office/instruments/:id/instruments/:instrument/:format': {
    allowed: 'member',
  },
  'GET /api/office/instruments/:id/own/:format': { allowed: 'member' },
  'GET /api/office/tally/:id/participation': { allowed: 'member' },
  'POST /api/office/tally/:id/close': { allowed: 'member', isHeavy: true },
  'POST /api/office/tally/:id/unseal': { allowed: 'organiser' },
  'POST /api/office/tally/:id/count': { allowed: 'organiser' },
  'GET /api/office/tally/:id/unsealing': { allowed: 'member' },
  'GET /api/office/results/:id': { allowed: 'member' },
  'GET /api/office/results/:id/sources': { allowed: 'member' },
  'GET /api/office/results/:id/signed': { allowed: 'member' },
  'GET /api/office/results/:id/figures.csv': { allowed: 'member' },
  'GET /api/office/results/:id/codebook/:locale': { allowed: 'member' },
  'POST /api/office/results/:id/release': { allowed: 'member' },
  'POST /api/office/results/:id/abort': { allowed: 'member', isHeavy: true },
  'GET /api/office/programs/:id': { allowed: 'member' },
  'GET /api/office/programs/:id/portfolio': { allowed: 'member', query: '?budget=20' },
  'GET /api/office/programs/:id/explanations/:locale': { allowed: 'member' },
  'GET /api/office/programs/:id/explanations/:locale/:component': { allowed: 'member' },
  'GET /api/office/programs/:id/log': { allowed: 'member' },
  'GET /api/office/programs/:id/log/:locale': { allowed: 'member' },
  'POST /api/office/programs/:id/decisions': {
    allowed: 'organiser',
    body: { component: componentIds[0], choice: { verdict: 'adopt' } },
  },
  'POST /api/office/programs/:id/tiers': {
    allowed: 'organiser',
    body: { component: componentIds[0], tier: 'consider', reason: 'asked for' },
  },
  'POST /api/office/programs/:id/budget': {
    allowed: 'organiser',
    body: { budget: 20 },
  },
  'POST /api/office/programs/:id/owners': {
    allowed: 'organiser',
    body: { component: componentIds[0], owner: 'HR', starts: null, reviewed: null },
  },
  'POST /api/office/programs/:id/gate': {
    allowed: 'member',
    body: {
      component: componentIds[0],
      question: 'acceptable',
      answer: 'yes',
      reviewer: 'Somebody',
    },
  },
  'POST /api/office/programs/:id/reviews': {
    allowed: 'member',
    body: {
      component: null,
      expert: 'Somebody',
      field: 'occupational health',
      day: '2026-11-01',
      text: 'Read.',
    },
  },
  'POST /api/office/programs/:id/remarks': {
    allowed: 'member',
    body: { component: null, text: 'Read.' },
  },
  'POST /api/office/programs/:id/adoption': { allowed: 'organiser', body: {} },
  'GET /api/office/waves/:id/next': { allowed: 'member' },
  'POST /api/office/waves/:id/next': {
    allowed: 'organiser',
    body: { name: 'Another', knowing: true },
  },
  'GET /api/office/waves/:id/units': { allowed: 'member' },
  'POST /api/office/waves/:id/units': {
    allowed: 'organiser',
    body: { unit: 'office', same: { kind: 'none' } },
  },
  'GET /api/office/follow-up/:id/changes': { allowed: 'member' },
  'GET /api/office/follow-up/:id/changes.csv': { allowed: 'member' },
  'GET /api/office/follow-up/:id/actions': { allowed: 'member' },
  'POST /api/office/follow-up/:id/actions': {
    allowed: 'member',
    body: { component: componentIds[0], done: 'done', since: null, reach: 'not-known' },
  },
  'GET /api/office/follow-up/:id/next-year': { allowed: 'member' },
  'POST /api/office/follow-up/:id/settled': {
    allowed: 'organiser',
    body: { component: componentIds[0], verdict: 'keep', reason: 'asked for' },
  },
  'GET /api/office/orientation/:id': { allowed: 'member' },
  'PUT /api/office/orientation/:id/facts': {
    allowed: 'organiser',
    body: { facts: { provider: 'Care' } },
  },
  'POST /api/office/orientation/:id/publication/:locale': { allowed: 'organiser' },
  'GET /api/office/orientation/:id/text/:kind/:locale': { allowed: 'member' },
  'PUT /api/office/orientation/:id/text/:kind/:locale': {
    allowed: 'organiser',
    body: { passage: 'faq.who.a', base: 'Somebody.', words: 'Ada.' },
  },
  'GET /api/office/orientation/:id/kit/:locale': { allowed: 'member' },
  'GET /api/office/orientation/:id/material/:kind/:locale/:form': { allowed: 'member' },
  'GET /api/office/briefings/:id': { allowed: 'signed in' },
  'POST /api/office/briefings/:id/sessions': {
    allowed: 'organiser',
    body: { ...briefing, times: 1 },
  },
  'PUT /api/office/briefings/:id/sessions/:briefing': {
    allowed: 'organiser',
    body: briefing,
  },
  'DELETE /api/office/briefings/:id/sessions/:briefing': { allowed: 'organiser' },
  'DELETE /api/office/briefings/:id/sessions/:briefing/seats': { allowed: 'organiser' },
  'PUT /api/office/briefings/:id/sessions/:briefing/totals': {
    allowed: 'signed in',
    body: { attended: 12, quiz: null, feedback: null },
  },
  'PUT /api/office/briefings/:id/talks/:locale': {
    allowed: 'signed in',
    body: { held: 12 },
  },
  'GET /api/office/briefings/:id/reach': { allowed: 'member' },
  'PUT /api/office/briefings/:id/reach': { allowed: 'organiser', body: { units: {} } },
  'GET /api/office/briefings/:id/reach/csv/:locale': { allowed: 'member' },
  'GET /api/office/briefings/:id/calendar/:locale': { allowed: 'signed in' },
  'GET /api/office/briefings/:id/sessions/:briefing/calendar/:locale': {
    allowed: 'signed in',
  },
  'GET /api/office/briefings/:id/notice/:locale': { allowed: 'signed in' },
  'GET /api/office/privacy/:id/impact-assessment/:form/:locale': { allowed: 'member' },
  'GET /api/office/reports/:id': { allowed: 'member' },
  'POST /api/office/reports/:id/make': { allowed: 'member', isHeavy: true },
  'GET /api/office/reports/:id/file/:document/:locale': { allowed: 'member' },
  'GET /api/office/reports/:id/unit-sheet/:unit/:locale': { allowed: 'member' },
  'GET /api/told-year/:assessment/:locale': { allowed: 'anybody' },
  'GET /api/office/annual-reports/:id': { allowed: 'member' },
  'GET /api/office/annual-reports/:id/:report/file/:form/:locale': { allowed: 'member' },
  'POST /api/office/annual-reports/:id/:report/publication': { allowed: 'organiser' },
  'DELETE /api/office/annual-reports/:id/:report': { allowed: 'organiser' },
  'GET /api/office/deliveries': { allowed: 'deliverer' },
  'GET /api/office/deliveries/template/:locale': { allowed: 'deliverer' },
  'POST /api/office/deliveries/:id/preview': {
    allowed: 'deliverer',
    body: { values: { 'contacts.new': '12' } },
  },
  'PUT /api/office/deliveries/:id/report': {
    allowed: 'deliverer',
    body: { told: { values: { 'contacts.new': '12' } }, outcome: 'another' },
  },
  'GET /api/office/jobs/:job': { allowed: 'member' },
  'POST /api/office/example/visit': { allowed: 'anybody' },
  'POST /api/office/example/fill': { allowed: 'organiser', isHeavy: true },
  'POST /api/office/example/:id/keys': { allowed: 'organiser' },
  'POST /api/office/example/:id/unseal': { allowed: 'organiser' },
  'POST /api/office/example/:id/second-year': { allowed: 'organiser', isHeavy: true },
  'GET /api/office/example/:id/codes': { allowed: 'member' },
}

/** @returns every door the server has, as it says itself: `POST /api/…` */
export function doorsOf({ running }: TestServer): readonly string[] {
  const { routes } = createApp(running.services)
  const doors = routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
    .map(({ method, path }) => `${method} ${path.replace(/(.)\/$/, '$1')}`)
  return [...new Set(doors)]
}

/** Writes real values in place of a door's parameters; what is not known becomes a random id. */
export function pathOf(door: string, known: Readonly<Record<string, string>>): string {
  const usual: Readonly<Record<string, string>> = {
    matter: 'close',
    kind: 'handout',
    locale: 'en',
    form: 'txt',
    document: 'report',
    format: 'surveyjs',
    code: `own.${randomUUID()}`,
    component: componentIds[0] ?? '',
    role: 'administrator',
    ...known,
  }
  // Papers of groups and examinations are kinds of their own.
  const kinds = door.includes('group-papers')
    ? { ...usual, kind: 'cards' }
    : door.includes('annual-reports')
      ? { ...usual, form: 'pdf' }
      : door.includes('examinations')
        ? { ...usual, kind: 'pilot' }
        : usual
  const path = door
    .replace(/^\w+ /, '')
    .replaceAll(/:(\w+)/g, (_, name: string) => kinds[name] ?? randomUUID())
  return path + (officeDoors[door]?.query ?? '')
}
