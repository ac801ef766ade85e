import type { FormedUnits, Unit } from '#analysis/disclosure/reporting-units.ts'
import type { Ballot } from '#analysis/responses.ts'
import { drawNormal } from '#analysis/statistics/draws.ts'
import type { Random } from '#analysis/statistics/random.ts'
import type { ExampleUnit } from '#server/example/organization.ts'
import { simulateAnswers } from '#server/example/simulate-answers.ts'
import { constructIds } from '#surveys/constructs.ts'
import { inventRate } from './invented-units.ts'

/**
 * Answers to the core questionnaire, background questions and all, as the example's invented
 * employees give them; teams differ in every need.
 *
 * @param answers how many to invent, if the units have so many people
 */
export function inventBallots(
  random: Random,
  units: readonly Unit[],
  { countedIn }: FormedUnits,
  answers: number,
): readonly Ballot[] {
  const ballots: Ballot[] = []
  for (const unit of units) {
    const team = inventTeam(random, unit)
    for (let person = 0; person < unit.headcount; person++) {
      if (ballots.length === answers) return ballots
      if (random() > team.answers) continue
      const said = simulateAnswers(random, team)
      ballots.push({ unit: countedIn[unit.id] ?? unit.id, answers: said })
    }
  }
  return ballots
}

function inventTeam(random: Random, { name, headcount }: Unit): ExampleUnit {
  const shifts = constructIds.map((id) => [id, 0.3 * drawNormal(random)])
  const answers = inventRate(random)
  return { name, parent: '', headcount, answers, shifts: Object.fromEntries(shifts) }
}
