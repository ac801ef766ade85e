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
  const { empty, changed, open, released, large } = world
  return [
    { name: 'front', path: '/' },
    { name: 'sign-in', path: '/sign-in' },
    { name: 'not-found', path: '/nowhere' },
    { name: 'set-up-spent', path: '/set-up#spent' },
    { name: 'key-without-link', path: '/trustee' },
    { name: 'interview-without-link', path: '/interview' },
    { name: 'answer-preview', path: '/answer/preview' },
    { name: 'program', path: `/program/${released}` },
    { name: 'program-unknown', path: '/program/nobody' },
    { name: 'assessments', path: '/assessments', as: 'organiser' },
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
    ...inAssessment('empty', empty, ['home', 'prepare', 'keys', 'approve', 'understand']),
    ...inAssessment('changed', changed, ['home', 'approve'], 'employee-side'),
    ...inAssessment('open', open, ['home', 'ask', 'invitations', 'groups', 'figures']),
    ...inAssessment('released', released, Object.keys(stepPages) as StepPage[]),
    ...inAssessment('large', large, ['home', 'prepare', 'approve']),
  ]
}
