import { background } from './background.ts'
import { type Item, itemsOf, type Part, type Questionnaire } from './questionnaire.ts'

/** By count, not measured: the product never measures how long anybody takes. */
const seconds = { tap: 7, choice: 17, background: 5 } as const

/** From here on people begin to give up. */
export const longMinutes = 10

/** How long a questionnaire takes, in minutes to the nearest half. */
export function minutesFor({ parts }: Pick<Questionnaire, 'parts'>): number {
  const sum = parts.reduce((total, part) => total + secondsOf(part), 0)
  return Math.round((2 * sum) / 60) / 2
}

function secondsOf(part: Part): number {
  const items = itemsOf({ id: part.id, parts: [part], mayDecline: true })
  if (part.id === background.id) return items.length * seconds.background
  return items.reduce((sum, item) => sum + secondsOfItem(item), 0)
}

/** What only some are asked counts half. */
function secondsOfItem({ format, shownWhen }: Item): number {
  const isLong =
    format.kind === 'any-of' ||
    format.kind === 'whole-number' ||
    (format.kind === 'one-of' && format.options.length > 4)
  const each = isLong ? seconds.choice : seconds.tap
  return shownWhen ? each / 2 : each
}
