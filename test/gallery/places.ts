import type { Role } from '#server/accounts/contract.ts'
import type { World } from './world.ts'

/** A page to take a picture of. */
export interface Place {
  readonly name: string
  readonly path: string
  /** who looks at it; without one, a visitor who is not signed in */
  readonly as?: Role
}

/** Pages of an assessment, by what they are called in a picture's name. */
const stepPages = {
  home: '',
  prepare: '/prepare',
  questions: '/prepare/questions',
  'units-before': '/prepare/units-before',
  instruments: '/prepare/instruments',
  duties: '/prepare/duties',
  published: '/prepare/published',
  checks: '/prepare/checks',
  keys: '/keys',
  approve: '/approve',
  ask: '/ask',
  invitations: '/invitations',
  groups: '/ask/groups',
  figures: '/ask/indicators',
  understand: '/understand',
  needs: '/understand/needs',
  units: '/understand/units',
  apart: '/understand/units?apart=true&sort=work.demands',
  sources: '/understand/sources',
  voices: '/understand/voices',
  weight: '/understand/weight',
  design: '/design',
  gate: '/design/gate',
  log: '/design/log',
  program: '/program',
  report: '/report',
  actions: '/review/actions',
  'what-changed': '/review/what-changed',
  'next-year': '/review/next-year',
  'next-wave': '/review/next',
  tell: '/tell',
  words: '/tell/faq/en',
} as const

type StepPage = keyof typeof stepPages

function inAssessment(
  state: string,
  id: string,
  pages: readonly StepPage[],
  as: Role = 'organiser',
): readonly Place[] {
  return pages.map((page) => ({
    name: `${state}-${page}${as === 'organiser' ? '' : `-${as}`}`,
    path: `/assessments/${id}${stepPages[page]}`,
    as,
  }))
}

/** Every page in the states that it looks different in. */
export function placesOf(world: World): readonly Place[] {
  const { empty, changed, open, released, yearLater, large } = world
  return [
    { name: 'front', path: '/' },
    { name: 'sign-in', path: '/sign-in' },
    { name: 'not-found', path: '/nowhere' },
    { name: 'set-up-spent', path: '/set-up#spent' },
    { name: 'key-without-link', path: '/trustee' },
    { name: 'interview-without-link', path: '/interview' },
    { name: 'answer-preview', path: '/answer/preview' },
    { name: 'program-public', path: `/program/${released}` },
    { name: 'program-unknown', path: '/program/nobody' },
    { name: 'results', path: `/results/${released}` },
    { name: 'results-awaited', path: `/results/${open}` },
    { name: 'assessments', path: '/assessments', as: 'organiser' },
    { name: 'account', path: '/account', as: 'organiser' },
    { name: 'done', path: '/done', as: 'employee-side' },
    { name: 'people', path: '/people', as: 'organiser' },
    { name: 'facilitate', path: '/facilitate', as: 'facilitator' },
    { name: 'facilitate-study', path: `/facilitate/${released}`, as: 'facilitator' },
    { name: 'coding', path: `/facilitate/${released}/coding`, as: 'facilitator' },
    {
      name: 'codebook',
      path: `/facilitate/${released}/coding/codebook`,
      as: 'facilitator',
    },
    {
      name: 'agreement',
      path: `/facilitate/${released}/coding/agreement`,
      as: 'facilitator',
    },
    { name: 'themes', path: `/facilitate/${released}/coding/themes`, as: 'facilitator' },
    {
      name: 'exchange',
      path: `/facilitate/${released}/coding/exchange`,
      as: 'facilitator',
    },
    ...inAssessment('empty', empty, [
      'home',
      'prepare',
      'questions',
      'duties',
      'published',
      'keys',
      'approve',
      'understand',
    ]),
    ...inAssessment('changed', changed, ['home', 'approve'], 'employee-side'),
    ...inAssessment('open', open, ['home', 'ask', 'invitations', 'groups', 'figures']),
    ...inAssessment('released', released, Object.keys(stepPages) as StepPage[]),
    ...inAssessment('year-later', yearLater, [
      'units-before',
      'understand',
      'what-changed',
      'next-year',
      'next-wave',
    ]),
    ...inAssessment('large', large, ['home', 'prepare', 'published', 'approve']),
  ]
}
