import type { Assessment } from '#server/assessments/contract.ts'
import { paths } from '../../paths.ts'
import type { Step } from './steps.ts'

/** A page of a step, by what its link says. */
export interface StepPage {
  readonly to: (typeof paths)[keyof typeof paths]
  readonly label:
    | 'page.plan'
    | 'plan.nav.questions'
    | 'plan.nav.duties'
    | 'plan.nav.published'
    | 'plan.nav.checks'
    | 'page.program-shown'
    | 'page.gate'
    | 'page.log'
    | 'instruments.title'
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
    | 'page.report'
    | 'page.materials'
    | 'page.year'
    | 'page.totals'
    | 'page.scorecard'
    | 'page.sessions'
    | 'page.reach'
    | 'page.units-before'
    | 'page.actions'
    | 'page.what-changed'
    | 'page.next-year'
    | 'page.next-wave'
}

const pages: Readonly<Record<Step, readonly StepPage[]>> = {
  prepare: [
    { to: paths.prepare, label: 'page.plan' },
    { to: paths.prepareQuestions, label: 'plan.nav.questions' },
    { to: paths.unitsBefore, label: 'page.units-before' },
    { to: paths.instruments, label: 'instruments.title' },
    { to: paths.prepareDuties, label: 'plan.nav.duties' },
    { to: paths.preparePublished, label: 'plan.nav.published' },
    { to: paths.prepareChecks, label: 'plan.nav.checks' },
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
  design: [
    { to: paths.design, label: 'page.program' },
    { to: paths.gate, label: 'page.gate' },
    { to: paths.program, label: 'page.program-shown' },
    { to: paths.log, label: 'page.log' },
  ],
  tell: [
    { to: paths.tell, label: 'page.materials' },
    { to: paths.sessions, label: 'page.sessions' },
    { to: paths.reach, label: 'page.reach' },
    { to: paths.report, label: 'page.report' },
  ],
  review: [
    { to: paths.review, label: 'page.year' },
    { to: paths.totals, label: 'page.totals' },
    { to: paths.scorecard, label: 'page.scorecard' },
    { to: paths.actions, label: 'page.actions' },
    { to: paths.whatChanged, label: 'page.what-changed' },
    { to: paths.nextYear, label: 'page.next-year' },
    { to: paths.nextWave, label: 'page.next-wave' },
  ],
}

/**
 * The pages of a step that there are by now: what is frozen first has a notice, and invites;
 * what follows an earlier survey can be compared with it.
 */
export function pagesOf(step: Step, assessment: Assessment): readonly StepPage[] {
  const isFrozen = 'surveyNumber' in assessment
  const afterFreezing = [paths.notice, paths.invitations, paths.groups]
  const ofSecond = [paths.unitsBefore, paths.whatChanged, paths.nextYear]
  const isIn = (some: readonly string[], to: string): boolean => some.includes(to)
  return pages[step]
    .filter(({ to }) => isFrozen || !isIn(afterFreezing, to))
    .filter(({ to }) => assessment.follows !== null || !isIn(ofSecond, to))
}
