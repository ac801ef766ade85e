import { randomUUID } from 'node:crypto'
import { guardedModule, type ModuleId, mostModules } from '#surveys/optional-modules.ts'
import type { Organiser } from '../accounts/access.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import {
  type Assessment,
  AssessmentId,
  type Plan,
  type Questions,
  type ReleasedAssessment,
} from './contract.ts'
import { assessmentOf } from './find-assessment.ts'
import { saveFollowing } from './store.ts'

/** Asked of everybody once there is a program: who knows it, uses it, and is content. */
const currentProgram: ModuleId = 'current-eap'

/**
 * Begins the next wave after a released assessment, as a draft with what stays. Who answered
 * what is nowhere to be taken over, and neither are codes, keys, dates, approvals and
 * agreements: they belong to one survey alone.
 *
 * @throws Refusal 'followed-already' when the next wave is there
 */
export async function planFollowing(
  { db }: Pick<Services, 'db'>,
  organiser: Organiser,
  earlier: ReleasedAssessment,
  name: string,
): Promise<Assessment> {
  const id = AssessmentId.parse(randomUUID())
  const saved = await saveFollowing(db, organiser, {
    id,
    name,
    follows: earlier.id,
    plan: keptPlan(earlier, name),
    units: earlier.units,
    questions: questionsAfter(earlier).questions,
  })
  if (!saved) throw new Refusal('followed-already')
  return assessmentOf({ db }, organiser, id)
}

/**
 * What a plan keeps. Numbers to call have to be called again, and money and the partner for
 * questions about safety at home be found for this survey.
 */
function keptPlan(
  { languages, contacts, duties }: ReleasedAssessment,
  name: string,
): Plan {
  return {
    name,
    languages,
    contacts,
    contactsCheckedOn: null,
    closesOn: null,
    resultsBy: null,
    duties: { ...duties, budget: null, safetyPartner: '', safetySignedOffBy: '' },
  }
}

/** The same questions, with those on the program; a module that finds no room is left out. */
export function questionsAfter({ questions }: Pick<Assessment, 'questions'>): {
  readonly questions: Questions
  readonly leftOut: readonly ModuleId[]
} {
  const before = questions.modules.filter((module) => module !== currentProgram)
  const kept = before
    .filter((module) => module !== guardedModule)
    .slice(0, mostModules - 1)
  return {
    questions: { modules: [currentProgram, ...kept], own: questions.own },
    leftOut: before.filter((module) => !kept.includes(module)),
  }
}
