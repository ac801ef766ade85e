/** Every address of the workspace. */
export const paths = {
  front: '/',
  setUp: '/set-up',
  signIn: '/sign-in',
  join: '/join',
  assessments: '/assessments',
  people: '/people',
  facilitate: '/facilitate',
  facilitateStudy: '/facilitate/$id',
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
  voices: '/assessments/$id/understand/voices',
  weight: '/assessments/$id/understand/weight',
  design: '/assessments/$id/design',
  tell: '/assessments/$id/tell',
  tellWords: '/assessments/$id/tell/$kind/$locale',
} as const

/** The employee's page is a document of its own. */
export const answerPath = (assessment: string, code: string): string =>
  `/answer/${assessment}#${code}`

export const previewPath = (locale: string): string => `/answer/preview?lang=${locale}`

/** So is the page in the room, which works without a network. */
export const roomPath = (assessment: string, session: string): string =>
  `/facilitate/${assessment}/session/${session}`

/** What everybody may read about the program of an organization. */
export const programPath = (assessment: string, locale: string): string =>
  `/program/${assessment}?lang=${locale}`
