import type { Item } from '#surveys/questionnaire.ts'
import { optionsOf } from '#surveys/questionnaire.ts'

/** How much need the options of a list speak for, 0–100. */
const needOfOption: Readonly<Record<string, number>> = {
  no: 0,
  'a-little': 50,
  'a-lot': 100,
  'once-or-twice': 50,
  'several-times': 100,
  'now-and-then': 50,
  monthly: 75,
  weekly: 100,
  sometimes: 50,
  'every-day': 100,
}

/** Kinds of trouble: one is an elevated need, two or more a high one. */
const troubles: readonly string[] = ['legal', 'housing', 'authorities', 'debt']

/** Practical barriers: any is an elevated need, three or more a high one. */
const practicalBarriers: readonly string[] = ['time', 'language', 'distance', 'cost']

/**
 * The need score, 0–100, of each code an answer to the item can have (see `Column`):
 * never to nearly always is 0, 25, 50, 75, 100, and the other way round for what a person
 * has rather than lacks.
 *
 * @throws RangeError when there is no rule for the item's answers
 */
export function needsOfCodes(item: Item): Float64Array {
  const options = optionsOf(item.format)
  switch (item.format.kind) {
    case 'frequency':
    case 'agreement': {
      const steps = options.map((_, index) => (100 * index) / (options.length - 1))
      return Float64Array.from(item.reversed ? steps.toReversed() : steps)
    }
    case 'one-of':
      return Float64Array.from(options, (option) => needOfOption[option] ?? noRule(item))
    case 'any-of': {
      const rule = choiceRule(item)
      return Float64Array.from({ length: 2 ** options.length }, (_, bits) =>
        rule(options.filter((_, index) => (bits & (1 << index)) !== 0)),
      )
    }
    case 'whole-number':
      return noRule(item)
  }
}

function choiceRule(item: Item): (chosen: readonly string[]) => number {
  switch (item.construct) {
    case 'soc.legal':
      return (chosen) => Math.min(100, 50 * countOf(chosen, troubles))
    case 'help.access':
      return (chosen) => {
        const count = countOf(chosen, practicalBarriers)
        if (count === 0) return 0
        return count < 3 ? 50 : 100
      }
    default:
      return noRule(item)
  }
}

function countOf(chosen: readonly string[], counted: readonly string[]): number {
  return chosen.filter((option) => counted.includes(option)).length
}

function noRule(item: Item): never {
  throw new RangeError(`expected an item that can be scored, got ${item.id}`)
}
