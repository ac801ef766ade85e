import { findingsIn, isBlocking } from '#surveys/linter/lint-questions.ts'
import { guardedModule } from '#surveys/optional-modules.ts'
import { areInAll } from '#surveys/own-question.ts'
import { policiesFor } from '#surveys/policies.ts'
import type { RefusalCode } from '../refusal.ts'
import type { Clock } from '../services.ts'
import type { ChangeableAssessment } from './contract.ts'

const contactsLiveDays = 30

/** What still keeps a draft from being frozen, beside its key holders. */
export function obstacleToFreezing(
  draft: ChangeableAssessment,
  clock: Clock,
): RefusalCode | null {
  const [first] = obstaclesOf(draft, clock)
  if (first) return first
  return draft.state === 'draft' ? 'assessment-not-approved' : null
}

/** Everything that a plan still lacks, in the order of the checklist. */
export function obstaclesOf(
  draft: ChangeableAssessment,
  clock: Clock,
): readonly RefusalCode[] {
  const { units, counted, contacts, languages, closesOn } = draft
  const spoken = languages.every((locale) => contacts[locale]?.length)
  const lacking: readonly (readonly [boolean, RefusalCode])[] = [
    [units.length === 0, 'units-missing'],
    [units.length > 0 && counted.length === 0, 'too-few-people'],
    [!spoken, 'contacts-missing'],
    [!areFresh(draft.contactsCheckedOn, clock), 'contacts-not-checked'],
    [closesOn === null, 'last-day-missing'],
    ...lackingDuties(draft),
    ...lackingQuestions(draft),
  ]
  return lacking.filter(([isLacking]) => isLacking).map(([, code]) => code)
}

type Lacking = readonly (readonly [boolean, RefusalCode])[]

/** Promise only what can be kept: a date, money, and everybody at the table. */
function lackingDuties({ resultsBy, duties, dutyRead }: ChangeableAssessment): Lacking {
  const { budget, staffAgreement, stakeholders, policies } = duties
  const roles = new Set(dutyRead.map(({ role }) => role))
  const settled = new Set(policies)
  const applying = policiesFor(duties.countries)
  return [
    [resultsBy === null, 'results-date-missing'],
    [!budget, 'budget-missing'],
    [staffAgreement === '', 'staff-agreement-missing'],
    [stakeholders.length === 0, 'stakeholders-missing'],
    [
      duties.countries.length === 0 || applying.some((id) => !settled.has(id)),
      'policies-missing',
    ],
    [!roles.has('organiser') || !roles.has('employee-side'), 'duty-to-act-unread'],
  ]
}

function lackingQuestions({
  questions,
  languages,
  duties,
}: ChangeableAssessment): Lacking {
  const isGuarded = questions.modules.includes(guardedModule)
  const { safetyPartner, safetySignedOffBy } = duties
  return [
    [
      isGuarded && (safetyPartner === '' || safetySignedOffBy === ''),
      'safety-partner-missing',
    ],
    [!areInAll(questions.own, languages), 'own-questions-incomplete'],
    [findingsIn(questions, languages).some(isBlocking), 'questions-blocked'],
  ]
}

function areFresh(checkedOn: string | null, clock: Clock): boolean {
  if (checkedOn === null) return false
  const oldest = clock.now()
  oldest.setUTCDate(oldest.getUTCDate() - contactsLiveDays)
  return checkedOn >= oldest.toISOString().slice(0, 10)
}
