import { disclose } from '#analysis/disclosure/disclose.ts'
import type { PublicationPlan } from '#analysis/disclosure/publication-plan.ts'
import { type Ballot, readResponses } from '#analysis/responses.ts'
import { countResponses } from '#analysis/scoring/tally-counts.ts'
import { core } from '#surveys/catalogue.ts'
import { answerOffThread } from '../jobs/off-thread.ts'

answerOffThread<PublicationPlan, readonly Ballot[]>((plan, ballots) =>
  disclose(plan, countResponses(readResponses(core, ballots.flat()))),
)
