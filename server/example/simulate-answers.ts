import { drawNormal } from '#analysis/statistics/draws.ts'
import type { Random } from '#analysis/statistics/random.ts'
import { core } from '#surveys/catalogue.ts'
import type { ConstructId } from '#surveys/constructs.ts'
import {
  type Answer,
  type AnswerFormat,
  type Answers,
  declined,
  type Item,
  itemsOf,
  optionsOf,
  type Questionnaire,
} from '#surveys/questionnaire.ts'
import { isShown } from '#surveys/read-answers.ts'
import {
  backgroundShares,
  type ExampleUnit,
  firstYear,
  usualLevel,
} from './organization.ts'

const skippedShare = 0.015
const declinedShare = 0.015
/** Share who choose "none of these" where a list has it. */
const noneShare: Readonly<Record<string, number>> = {
  'legal-troubles': 0.86,
  barriers: 0.45,
}

/** Where on the scale one answer turns into the next, in standard deviations. */
const thresholds = [-0.9, -0.3, 0.3, 0.9]

/** The general level of each need; what has none is as usual. */
type ExampleLevels = Readonly<Partial<Record<ConstructId, number>>>

/** An invented person: how much of each need, and a general strain that runs through all. */
interface Person {
  readonly levelOf: (construct: ConstructId) => number
  readonly random: Random
}

/** Answers an invented employee gives; every one of them a valid set of answers. */
export function simulateAnswers(
  random: Random,
  unit: ExampleUnit,
  questionnaire: Questionnaire = core,
  levels: ExampleLevels = firstYear.levels,
): Answers {
  const person = bornIn(random, unit, levels)
  const answers: Record<string, Answer> = {}
  for (const item of itemsOf(questionnaire)) {
    if (item.shownWhen && !isShown(item.shownWhen, answers)) continue
    const answer = answerTo(item, person)
    if (answer !== null) answers[item.id] = answer
  }
  return answers
}

function bornIn(random: Random, { shifts }: ExampleUnit, levels: ExampleLevels): Person {
  const strain = drawNormal(random)
  const own = new Map<ConstructId, number>()
  const levelOf = (construct: ConstructId): number => {
    const known = own.get(construct)
    if (known !== undefined) return known
    const level =
      (levels[construct] ?? usualLevel) +
      (shifts[construct] ?? 0) +
      0.4 * strain +
      0.5 * drawNormal(random)
    own.set(construct, level)
    return level
  }
  return { levelOf, random }
}

function answerTo(item: Item, person: Person): Answer | null {
  const chance = person.random()
  if (chance < skippedShare) return null
  if (chance < skippedShare + declinedShare) return declined
  const level = item.construct ? person.levelOf(item.construct) : usualLevel
  return fitting(item, item.reversed ? -level : level, person.random)
}

function fitting({ id, format }: Item, level: number, random: Random): Answer | null {
  switch (format.kind) {
    case 'frequency':
    case 'agreement':
      return onScale(optionsOf(format), level + 0.5 * drawNormal(random))
    case 'one-of': {
      const shares = backgroundShares[id]
      if (shares) return ofBackground(format.options, shares, random)
      return rarely(format.options, level, random)
    }
    case 'any-of':
      return some(format, noneShare[id] ?? 0, random)
    case 'whole-number':
      return Math.round(
        Math.min(format.to, Math.max(format.from, 7.5 + 1.5 * drawNormal(random))),
      )
  }
}

function onScale(options: readonly string[], level: number): string | null {
  const place = thresholds.filter((threshold) => level > threshold).length
  return options[place] ?? null
}

function ofBackground(
  options: readonly string[],
  shares: readonly number[],
  random: Random,
): string | null {
  let left = random()
  const found = shares.findIndex((share) => {
    left -= share
    return left < 0
  })
  return options[found] ?? options.at(-1) ?? null
}

/** Mostly the first option ("no"), the others the less often the further down they stand. */
function rarely(
  options: readonly string[],
  level: number,
  random: Random,
): string | null {
  const yes = 1 / (1 + Math.exp(-(2.2 * level + 0.2)))
  if (random() > yes) return options[0] ?? null
  const others = options.slice(1)
  return others[Math.floor(random() ** 2 * others.length)] ?? null
}

function some(
  { options, exclusive = [], atMost = 4 }: Extract<AnswerFormat, { kind: 'any-of' }>,
  none: number,
  random: Random,
): readonly string[] | null {
  const alone = exclusive[0]
  if (alone && random() < none) return [alone]
  const open = options.filter((option) => !exclusive.includes(option))
  const wished = open.filter(() => random() < 2.2 / open.length).slice(0, atMost)
  return wished.length > 0 ? wished : null
}
