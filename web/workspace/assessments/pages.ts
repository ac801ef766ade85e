import type { Assessment } from '#server/assessments/contract.ts'
import { paths } from '../../paths.ts'
import type { Step } from './steps.ts'

/** A page of a step, by what its link says. */
export interface StepPage {
  readonly to: (typeof paths)[keyof typeof paths]
  readonly label:
    | 'page.plan'
    | 'page.keys'
    | 'page.approval'
    | 'page.notice'
    | 'page.progress'
    | 'page.invitations'
    | 'page.groups'
    | 'page.figures'
    | 'page.results'
    | 'page.needs'
    | 'page.units'
    | 'page.sources'
    | 'page.voices'
    | 'page.weight'
    | 'page.program'
    | 'page.materials'
}

const pages: Readonly<Record<Step, readonly StepPage[]>> = {
  prepare: [
    { to: paths.prepare, label: 'page.plan' },
    { to: paths.keys, label: 'page.keys' },
  ],
  approve: [
    { to: paths.approve, label: 'page.approval' },
    { to: paths.notice, label: 'page.notice' },
  ],
  ask: [
    { to: paths.ask, label: 'page.progress' },
    { to: paths.invitations, label: 'page.invitations' },
    { to: paths.groups, label: 'page.groups' },
    { to: paths.indicators, label: 'page.figures' },
  ],
  understand: [
    { to: paths.understand, label: 'page.results' },
    { to: paths.needs, label: 'page.needs' },
    { to: paths.units, label: 'page.units' },
    { to: paths.sources, label: 'page.sources' },
    { to: paths.voices, label: 'page.voices' },
    { to: paths.weight, label: 'page.weight' },
  ],
  design: [{ to: paths.design, label: 'page.program' }],
  tell: [{ to: paths.tell, label: 'page.materials' }],
  review: [],
}

/** The pages of a step that there are by now: what is frozen first has a notice, and invites. */
export function pagesOf(step: Step, assessment: Assessment): readonly StepPage[] {
  const isFrozen = 'surveyNumber' in assessment
  const afterFreezing = [paths.notice, paths.invitations, paths.groups]
  return pages[step].filter(
    ({ to }) => isFrozen || !afterFreezing.some((each) => each === to),
  )
}
