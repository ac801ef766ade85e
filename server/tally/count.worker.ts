import { disclose } from '#analysis/disclosure/disclose.ts'
import { readResponses } from '#analysis/responses.ts'
import { countResponses } from '#analysis/scoring/tally-counts.ts'
import { core } from '#surveys/catalogue.ts'
import { answerOffThread } from '../jobs/off-thread.ts'
import type { ToCount } from './count-and-disclose.ts'

answerOffThread<ToCount>(({ plan, answers }) =>
  disclose(plan, countResponses(readResponses(core, answers))),
)
