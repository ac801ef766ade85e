import { type ConstructId, constructIds, constructOf } from '#surveys/constructs.ts'
import { itemsOf, type Questionnaire } from '#surveys/questionnaire.ts'

/** What is looked for when asking what goes together with work, fixed before the answers. */
export interface PlannedDrivers {
  /** an item that measures no need: at work and not able to work well */
  readonly outcome: string
  /** what may go together with it: the work, but for its rare harms, and support */
  readonly predictors: readonly ConstructId[]
}

const outcome = 'could-not-do-my-job'

const predictors: readonly ConstructId[] = constructIds.filter((id) => {
  const { domain, rare } = constructOf(id)
  return (domain === 'work' && !rare) || id === 'soc.support'
})

/** Null where the questionnaire does not ask for all of it. */
export function driversAskedBy(questionnaire: Questionnaire): PlannedDrivers | null {
  const items = itemsOf(questionnaire)
  const isAsked =
    items.some(({ id }) => id === outcome) &&
    predictors.every((id) => items.some(({ construct }) => construct === id))
  return isAsked ? { outcome, predictors } : null
}
