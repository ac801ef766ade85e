import type { QuestionChoice } from '#surveys/compose.ts'

/** Every address of the workspace. */
export const paths = {
  front: '/',
  setUp: '/set-up',
  signIn: '/sign-in',
  join: '/join',
  wayBack: '/way-back',
  account: '/account',
  done: '/done',
  assessments: '/assessments',
  people: '/people',
  facilitate: '/facilitate',
  facilitateStudy: '/facilitate/$id',
  deliver: '/deliver',
  facilitateSessions: '/facilitate/$id/sessions',
  talks: '/facilitate/$id/interviews',
  talk: '/facilitate/$id/interviews/$interview',
  coding: '/facilitate/$id/coding',
  codebook: '/facilitate/$id/coding/codebook',
  agreement: '/facilitate/$id/coding/agreement',
  themes: '/facilitate/$id/coding/themes',
  exchange: '/facilitate/$id/coding/exchange',
  trustee: '/trustee',
  interview: '/interview',
  home: '/assessments/$id',
  prepare: '/assessments/$id/prepare',
  instruments: '/assessments/$id/prepare/instruments',
  prepareQuestions: '/assessments/$id/prepare/questions',
  prepareDuties: '/assessments/$id/prepare/duties',
  preparePublished: '/assessments/$id/prepare/published',
  prepareChecks: '/assessments/$id/prepare/checks',
  keys: '/assessments/$id/keys',
  approve: '/assessments/$id/approve',
  notice: '/assessments/$id/notice',
  ask: '/assessments/$id/ask',
  invitations: '/assessments/$id/invitations',
  groups: '/assessments/$id/ask/groups',
  newGroup: '/assessments/$id/ask/focus-group',
  newInterview: '/assessments/$id/ask/interview',
  indicators: '/assessments/$id/ask/indicators',
  understand: '/assessments/$id/understand',
  needs: '/assessments/$id/understand/needs',
  units: '/assessments/$id/understand/units',
  sources: '/assessments/$id/understand/sources',
  report: '/assessments/$id/report',
  voices: '/assessments/$id/understand/voices',
  weight: '/assessments/$id/understand/weight',
  design: '/assessments/$id/design',
  gate: '/assessments/$id/design/gate',
  log: '/assessments/$id/design/log',
  program: '/assessments/$id/program',
  unitsBefore: '/assessments/$id/prepare/units-before',
  actions: '/assessments/$id/review/actions',
  whatChanged: '/assessments/$id/review/what-changed',
  nextYear: '/assessments/$id/review/next-year',
  nextWave: '/assessments/$id/review/next',
  tell: '/assessments/$id/tell',
  review: '/assessments/$id/review',
  totals: '/assessments/$id/review/totals',
  scorecard: '/assessments/$id/review/scorecard',
  sessions: '/assessments/$id/tell/sessions',
  reach: '/assessments/$id/tell/reach',
  tellWords: '/assessments/$id/tell/$kind/$locale',
} as const

/** The employee's page is a document of its own. */
export const answerPath = (assessment: string, code: string): string =>
  `/answer/${assessment}#${code}`

/** @param beside what is asked beside the core; nothing of it is sent to the server */
export const previewPath = (locale: string, beside?: QuestionChoice): string =>
  `/answer/preview?lang=${locale}${beside ? `#${encodeURIComponent(JSON.stringify(beside))}` : ''}`

/** So is the page in the room, which works without a network. */
export const roomPath = (assessment: string, session: string): string =>
  `/facilitate/${assessment}/session/${session}`

/** What everybody may read about the program of an organization. */
export const programPath = (assessment: string, locale: string): string =>
  `/program/${assessment}?lang=${locale}`
