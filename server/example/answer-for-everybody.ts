import { seededRandom } from '#analysis/statistics/random.ts'
import { writeAccessCode } from '#surveys/ballot/access-code.ts'
import { composeQuestionnaire } from '#surveys/compose.ts'
import type { Answers } from '#surveys/questionnaire.ts'
import type { Assessment } from '../assessments/contract.ts'
import { frozenManifestOf } from '../assessments/publication-plan.ts'
import { issueCodes } from '../registrar/issue-codes.ts'
import type { Services } from '../services.ts'
import { answerAsEmployee } from './answer-as-employee.ts'
import type { ExampleYear } from './organization.ts'
import { simulateAnswers } from './simulate-answers.ts'
import { saveSpareCodes } from './store.ts'

/** So many invented employees answer at once. */
const atOnce = 8

interface Answering {
  readonly code: string
  readonly answers: Answers
}

/**
 * Every unit's people answer as often as people there do, through the same doors as real
 * ones; one of the codes left over in each unit is kept for a visitor to answer with.
 *
 * @param report told how much is done, 0–1
 */
export async function answerForEverybody(
  services: Services,
  assessment: Assessment,
  year: ExampleYear,
  report: (done: number) => void,
): Promise<void> {
  const codes = await codesByUnit(services, assessment)
  const answering = [...whoAnswers(assessment, year, codes)]
  const { manifest } = await frozenManifestOf(services, assessment)
  const waiting = answering.values()
  let done = 0
  const answerOneByOne = async (): Promise<void> => {
    for (const { code, answers } of waiting) {
      await answerAsEmployee(services.config.origin, manifest, code, answers)
      done += 1
      report(done / answering.length)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, answerOneByOne))
  await saveSpareCodes(
    services.db,
    assessment.counted.flatMap(({ id, name }) =>
      (codes.get(id) ?? [])
        .slice(0, 1)
        .map((code) => ({ assessment: assessment.id, unit: name, code })),
    ),
  )
}

/** A code a person, by the unit they are counted in. */
async function codesByUnit(
  { db }: Services,
  { id, counted }: Assessment,
): Promise<ReadonlyMap<string, string[]>> {
  const places = counted.flatMap(({ id: unit, headcount }) =>
    Array.from({ length: headcount }, (_, place) => ({ unit, place })),
  )
  const codes = new Map(counted.map(({ id: unit }): [string, string[]] => [unit, []]))
  for (const { unit, secret } of await issueCodes(db, id, places)) {
    codes.get(unit)?.push(writeAccessCode(secret))
  }
  return codes
}

/** Takes a code out for each who answers. */
function* whoAnswers(
  { units, counted, questions }: Assessment,
  year: ExampleYear,
  codes: ReadonlyMap<string, string[]>,
): Generator<Answering> {
  const asked = composeQuestionnaire(questions)
  for (const unit of year.units) {
    const random = seededRandom(`${year.seed}/${unit.name}`)
    const id = units.find(({ name }) => name === unit.name)?.id ?? ''
    const place = counted.find(({ members }) => members.includes(id))?.id ?? ''
    for (let person = 0; person < unit.headcount; person += 1) {
      if (random() > unit.answers) continue
      const code = codes.get(place)?.pop()
      if (!code) throw new RangeError(`no code is left for ${unit.name}`)
      yield { code, answers: simulateAnswers(random, unit, asked, year.levels) }
    }
  }
}
