import { type Assessment, isReleased, type Matter } from '#server/assessments/contract.ts'
import { paths } from '../../paths.ts'
import { type Actor, by, type Facts, type Rule } from './facts.ts'
import { reviewRules } from './review-rules.ts'
import type { Step } from './steps.ts'

/** One thing somebody does, in the order of the journey. */
export interface Task {
  readonly id: TaskId
  readonly step: Step
  readonly waitsFor: Actor
  readonly state: 'done' | 'now' | 'later'
  readonly to: (typeof paths)[keyof typeof paths]
}

const order: readonly string[] = [
  'draft',
  'reviewed',
  'frozen',
  'open',
  'closed',
  'unsealing',
  'tallied',
]

/** How far the states have been walked; a release is past all of them. */
function isPast({ assessment }: Facts, state: Assessment['state']): boolean {
  if (isReleased(assessment)) return true
  const now = order.indexOf(assessment.state)
  return now > order.indexOf(state)
}

const isIn = ({ assessment }: Facts, ...states: readonly string[]): boolean =>
  states.includes(assessment.state)

/** Whom a decision of two still waits for. */
function sideFor({ assessment }: Facts, matter: Matter): Actor {
  const agreed = assessment.agreed.find((each) => each.matter === matter)
  if (!agreed) return 'both'
  return agreed.role === 'organiser' ? 'employee-side' : 'organiser'
}

const isAskingOver = ({ assessment: { closesOn }, today }: Facts): boolean =>
  closesOn !== null && today > closesOn

/** Holders are named, and every one has a key. */
const areKeysMade = ({ keys }: Facts): boolean =>
  keys !== undefined && (keys.fault === null || keys.fault === 'keys-not-tried')

const areHoldersNamed = (facts: Facts): boolean =>
  areKeysMade(facts) || facts.keys?.fault === 'keys-missing'

/** Whether a plan has everything of a kind; what is frozen has. */
const hasAll = (facts: Facts, ...codes: readonly string[]): boolean =>
  isPast(facts, 'reviewed') ||
  (facts.lacking !== undefined && !codes.some((code) => facts.lacking?.includes(code)))

/** Who has not read yet that results oblige to act. */
function readerFor({ assessment }: Facts): Actor {
  const roles = assessment.dutyRead.map(({ role }) => role)
  if (roles.length === 0) return 'both'
  return roles.includes('organiser') ? 'employee-side' : 'organiser'
}

/** Everything but the reading, which either side may do at any time. */
const isComplete = ({ lacking }: Facts): boolean =>
  lacking?.every((code) => code === 'duty-to-act-unread') ?? false

const rules = {
  units: {
    step: 'prepare',
    to: paths.prepare,
    waitsFor: by('organiser'),
    isDone: (facts) => hasAll(facts, 'units-missing', 'too-few-people'),
    isPossible: () => true,
  },
  plan: {
    step: 'prepare',
    to: paths.prepare,
    waitsFor: by('organiser'),
    isDone: (facts) =>
      hasAll(
        facts,
        'contacts-missing',
        'contacts-not-checked',
        'last-day-missing',
        'results-date-missing',
      ),
    isPossible: () => true,
  },
  questions: {
    step: 'prepare',
    to: paths.prepareQuestions,
    waitsFor: by('organiser'),
    isDone: (facts) =>
      hasAll(
        facts,
        'own-questions-incomplete',
        'questions-blocked',
        'safety-partner-missing',
      ),
    isPossible: () => true,
  },
  duties: {
    step: 'prepare',
    to: paths.prepareDuties,
    waitsFor: by('organiser'),
    isDone: (facts) =>
      hasAll(
        facts,
        'budget-missing',
        'staff-agreement-missing',
        'stakeholders-missing',
        'policies-missing',
      ),
    isPossible: () => true,
  },
  'duty-to-act': {
    step: 'prepare',
    to: paths.prepareDuties,
    waitsFor: readerFor,
    isDone: (facts) => hasAll(facts, 'duty-to-act-unread'),
    isPossible: () => true,
  },
  'key-holders': {
    step: 'prepare',
    to: paths.keys,
    waitsFor: by('organiser'),
    isDone: (facts) => isPast(facts, 'reviewed') || areHoldersNamed(facts),
    isPossible: () => true,
  },
  keys: {
    step: 'prepare',
    to: paths.keys,
    waitsFor: by('key-holders'),
    isDone: (facts) => isPast(facts, 'reviewed') || areKeysMade(facts),
    isPossible: areHoldersNamed,
  },
  approval: {
    step: 'approve',
    to: paths.approve,
    waitsFor: by('employee-side'),
    isDone: (facts) => isPast(facts, 'draft'),
    isPossible: (facts) => isIn(facts, 'draft') && isComplete(facts),
  },
  freeze: {
    step: 'approve',
    to: paths.approve,
    waitsFor: by('organiser'),
    isDone: (facts) => isPast(facts, 'reviewed'),
    isPossible: (facts) =>
      isIn(facts, 'reviewed') && areKeysMade(facts) && facts.lacking?.length === 0,
  },
  'try-keys': {
    step: 'approve',
    to: paths.keys,
    waitsFor: by('key-holders'),
    isDone: (facts) =>
      isPast(facts, 'frozen') || (isIn(facts, 'frozen') && facts.keys?.fault === null),
    isPossible: (facts) => isIn(facts, 'frozen'),
  },
  open: {
    step: 'approve',
    to: paths.approve,
    waitsFor: by('organiser'),
    isDone: (facts) => isPast(facts, 'frozen'),
    isPossible: (facts) => isIn(facts, 'frozen') && facts.keys?.fault === null,
  },
  answers: {
    step: 'ask',
    to: paths.ask,
    waitsFor: by('employees'),
    isDone: (facts) =>
      isPast(facts, 'open') || (isIn(facts, 'open') && isAskingOver(facts)),
    isPossible: (facts) => isIn(facts, 'open'),
  },
  close: {
    step: 'ask',
    to: paths.ask,
    waitsFor: (facts) => (isAskingOver(facts) ? 'organiser' : sideFor(facts, 'close')),
    isDone: (facts) => isPast(facts, 'open'),
    // Before its last day two people may end it, but nothing waits for that.
    isPossible: (facts) =>
      isIn(facts, 'open') && (isAskingOver(facts) || sideFor(facts, 'close') !== 'both'),
  },
  unseal: {
    step: 'understand',
    to: paths.understand,
    waitsFor: by('organiser'),
    isDone: (facts) => isPast(facts, 'closed'),
    isPossible: (facts) => isIn(facts, 'closed'),
  },
  'open-box': {
    step: 'understand',
    to: paths.understand,
    waitsFor: by('key-holders'),
    isDone: (facts) => isPast(facts, 'unsealing'),
    isPossible: (facts) => isIn(facts, 'unsealing'),
  },
  release: {
    step: 'understand',
    to: paths.understand,
    waitsFor: (facts) => sideFor(facts, 'release'),
    isDone: (facts) => isPast(facts, 'tallied'),
    isPossible: (facts) => isIn(facts, 'tallied'),
  },
  adopt: {
    step: 'design',
    to: paths.design,
    waitsFor: by('organiser'),
    isDone: ({ program }) => Boolean(program?.adopted),
    isPossible: ({ assessment }) => isReleased(assessment),
  },
  route: {
    step: 'tell',
    to: paths.tell,
    waitsFor: by('organiser'),
    isDone: ({ orientation }) => orientation?.missing.length === 0,
    isPossible: ({ assessment }) => isReleased(assessment),
  },
  materials: {
    step: 'tell',
    to: paths.tell,
    waitsFor: by('organiser'),
    isDone: ({ orientation }) =>
      orientation?.materials.every(({ standing }) => standing.state === 'published') ===
      true,
    isPossible: ({ orientation }) =>
      orientation?.adopted === true && orientation.missing.length === 0,
  },
  ...reviewRules,
} as const satisfies Readonly<Record<string, Rule>>

export type TaskId = keyof typeof rules

/** Everything there is to do on the way, and how it stands; nothing once it was given up. */
export function tasksOf(facts: Facts): readonly Task[] {
  const { assessment } = facts
  if ('abortedOn' in assessment) return []
  return Object.entries<Rule>(rules).map(([id, rule]) => {
    const isDone = rule.isDone(facts)
    return {
      id: id as TaskId,
      step: rule.step,
      to: rule.to,
      waitsFor: rule.waitsFor(facts),
      state: isDone ? 'done' : rule.isPossible(facts) ? 'now' : 'later',
    }
  })
}

/** Whether a task waits for somebody in this role. */
export const isFor = ({ waitsFor }: Task, role: string): boolean =>
  waitsFor === role || waitsFor === 'both'

/** The one next thing: the first that waits for this role, or else for anybody. */
export function nextOf(tasks: readonly Task[], role: string): Task | undefined {
  const open = tasks.filter(({ state }) => state === 'now')
  return open.find((task) => isFor(task, role)) ?? open[0]
}
