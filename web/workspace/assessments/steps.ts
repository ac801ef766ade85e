import {
  type Assessment,
  isChangeable,
  isReleased,
} from '#server/assessments/contract.ts'

/** The journey of an assessment, in order. */
export const steps = [
  'prepare',
  'approve',
  'ask',
  'understand',
  'design',
  'tell',
  'review',
] as const
export type Step = (typeof steps)[number]

/** Where there is something to do now. */
export function currentStep(assessment: Assessment): Exclude<Step, 'review'> {
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
function isPlanned(assessment: Assessment): boolean {
  return assessment.units.length > 0 && isDecided(assessment)
}

/** Languages, help contacts and dates are there. */
function isDecided({
  languages,
  contacts,
  contactsCheckedOn,
  closesOn,
  resultsBy,
}: Assessment): boolean {
  return (
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
  // A review needs a program that has run for some time.
  if (step === 'review') return 'later'
  if (isReleased(assessment) && place > now) return 'now'
  if (place === now) return 'now'
  // Keys can be made while the approval is awaited: neither is done before both are.
  if (step === 'prepare' && isChangeable(assessment) && place < now) return 'now'
  return place < now ? 'done' : 'later'
}
