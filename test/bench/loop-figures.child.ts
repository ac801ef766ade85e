/** Counts the invented answers of a large organization, and writes the release as it is stored. */
import { writeFileSync } from 'node:fs'
import { disclose } from '#analysis/disclosure/disclose.ts'
import { askedBy, planPublication } from '#analysis/disclosure/publication-plan.ts'
import { joinResponses, type Responses, readResponses } from '#analysis/responses.ts'
import { countResponses } from '#analysis/scoring/tally-counts.ts'
import { seededRandom } from '#analysis/statistics/random.ts'
import { storeRelease } from '#server/tally/stored-release.ts'
import { core } from '#surveys/catalogue.ts'
import { inventBallots } from './invented-ballots.ts'
import { inventUnits, reportingUnits } from './invented-units.ts'

const [answers, file = ''] = [Number(process.argv[2]), process.argv[3]]
const random = seededRandom('a bench of a large release')
const units = inventUnits(random, Math.ceil(answers / 0.5))
const formed = reportingUnits(units)
const plan = planPublication({
  organization: 'Acme',
  manyEmployers: false,
  units: formed,
  asked: askedBy(core),
})
const columns: Responses[] = []
let left = answers
for (const unit of units) {
  const ballots = inventBallots(random, [unit], formed, left)
  left -= ballots.length
  columns.push(readResponses(core, ballots))
}
const counts = countResponses(joinResponses(core, columns))
writeFileSync(file, storeRelease(disclose(plan, counts)))
