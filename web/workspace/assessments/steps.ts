import {
  type Assessment,
  isChangeable,
  isReleased,
} from '#server/assessments/contract.ts'

/** The journey of an assessment, in order. */
export const steps = [
  'prepare',
  'keys',
  'approve',
  'ask',
  'understand',
  'report',
  'design',
  'tell',
] as const
export type Step = (typeof steps)[number]

/** Where there is something to do now. */
export function currentStep(assessment: Assessment): Step {
  switch (assessment.state) {
    case 'draft':
    case 'reviewed':
    case 'frozen':
      return isPlanned(assessment) ? 'approve' : 'prepare'
    case 'open':
      return 'ask'
    case 'closed':
    case 'unsealing':
    case 'tallied':
    case 'released':
    case 'aborted':
    case 'shredded':
      return 'understand'
  }
}

/** Every decision before the approval has been made. */
function isPlanned({
  units,
  languages,
  contacts,
  contactsCheckedOn,
  closesOn,
  resultsBy,
}: Assessment): boolean {
  return (
    units.length > 0 &&
    languages.every((locale) => contacts[locale]?.length) &&
    contactsCheckedOn !== null &&
    closesOn !== null &&
    resultsBy !== null
  )
}

export type StepState = 'done' | 'now' | 'later'

export function stateOf(step: Step, assessment: Assessment): StepState {
  const place = steps.indexOf(step)
  const now = steps.indexOf(currentStep(assessment))
  if (isReleased(assessment) && place > now) return 'now'
  if (place === now) return 'now'
  // Keys can be made while the approval is awaited: neither is done before both are.
  if (step === 'keys' && isChangeable(assessment) && place < now) return 'now'
  return place < now ? 'done' : 'later'
}
