/** The whole chain once, for so many respondents: prints what it took as JSON. */
import { disclose } from '#analysis/disclosure/disclose.ts'
import { askedBy, planPublication } from '#analysis/disclosure/publication-plan.ts'
import { assessNeeds } from '#analysis/needs/assess-needs.ts'
import { explainProposed } from '#analysis/recommendation/explanation.ts'
import { explanationContext } from '#analysis/recommendation/explanation-context.ts'
import { planPortfolio } from '#analysis/recommendation/plan-portfolio.ts'
import { readResponses } from '#analysis/responses.ts'
import { countResponses } from '#analysis/scoring/tally-counts.ts'
import { noTestimony } from '#analysis/sources/testimony.ts'
import { seededRandom } from '#analysis/statistics/random.ts'
import { core } from '#surveys/catalogue.ts'
import type { ChainRun, Stage } from './chain.ts'
import { addSpent, type Spent, timed } from './figures.ts'
import { inventBallots } from './invented-ballots.ts'
import { inventUnits, reportingUnits } from './invented-units.ts'

const respondents = Number(process.argv[2])
const random = seededRandom(`a bench of the chain/${respondents}`)
const units = inventUnits(random, Math.ceil(respondents / 0.62))
const formed = reportingUnits(units)
const ballots = inventBallots(random, units, formed, respondents)
const memoryBefore = process.resourceUsage().maxRSS

const stages: [Stage, Spent][] = []
function stage<Result>(name: Stage, work: () => Result): Result {
  const { result, spent } = timed(work)
  stages.push([name, spent])
  return result
}

const plan = stage('plan', () =>
  planPublication({
    organization: 'Acme',
    manyEmployers: false,
    units: reportingUnits(units),
    asked: askedBy(core),
  }),
)
const responses = stage('read', () => readResponses(core, ballots))
const counts = stage('count', () => countResponses(responses))
const release = stage('disclose', () => disclose(plan, counts))
const assessed = stage('needs', () =>
  assessNeeds(release, noTestimony, { seed: 'bench' }),
)
const context = stage('recommend', () =>
  explanationContext(release, noTestimony, assessed),
)
stage('portfolio', () =>
  planPortfolio(release, assessed.needs.needs, context.recommendations, { budget: 40 }),
)
stage('explain', () => explainProposed(context))

const run: ChainRun = {
  respondents: ballots.length,
  units: plan.units.length,
  stages: Object.fromEntries(stages),
  all: addSpent(stages.map(([, spent]) => spent)),
  memory: process.resourceUsage().maxRSS * 1024,
  memoryBefore: memoryBefore * 1024,
}
console.log(JSON.stringify(run))
