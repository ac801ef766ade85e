import { Hono } from 'hono'
import { type Identified, memberOf, organiserOf } from '../accounts/access.ts'
import { ById } from '../assessments/contract.ts'
import { gives, givesFile } from '../descriptions.ts'
import { accept, reply } from '../doors.ts'
import type { Services } from '../services.ts'
import { answerGate } from './answer-gate.ts'
import {
  AddRemark,
  AddReview,
  Adopt,
  AnswerGate,
  Budget,
  ChooseTier,
  Decide,
  ExplanationInWords,
  Headlines,
  InLocale,
  KeepBudget,
  NameOwner,
  OneInLocale,
  Portfolio,
  Program,
} from './contract.ts'
import { adoptProgram, chooseTier, decideComponent, programOf } from './decide.ts'
import { explainComponent, explainInShort } from './explain-components.ts'
import { logCsv, logOf } from './export-log.ts'
import { addRemark, addReview, keepBudget, nameOwner } from './keep-beside.ts'
import { Log } from './log/contract.ts'
import { planWithinBudget } from './plan-within-budget.ts'

export function programRoutes(services: Services) {
  return new Hono<Identified>()
    .route('/', readingRoutes(services))
    .route('/', decidingRoutes(services))
    .route('/', tellingRoutes(services))
}
export type ProgramRoutes = ReturnType<typeof programRoutes>

/** What both sides may see. */
function readingRoutes(services: Services) {
  return new Hono<Identified>()
    .get('/:id', accept('param', ById), gives(Program), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Program, await programOf(services, memberOf(c), id))
    })
    .get(
      '/:id/portfolio',
      accept('param', ById),
      accept('query', Budget),
      gives(Portfolio),
      async (c) => {
        const { id } = c.req.valid('param')
        const plan = await planWithinBudget(
          services,
          memberOf(c),
          id,
          c.req.valid('query'),
        )
        return reply(c, Portfolio, plan)
      },
    )
    .get(
      '/:id/explanations/:locale',
      accept('param', ById.extend(InLocale.shape)),
      gives(Headlines),
      async (c) => {
        const { id, locale } = c.req.valid('param')
        const told = await explainInShort(services, memberOf(c), id, locale)
        return reply(c, Headlines, told)
      },
    )
    .get(
      '/:id/explanations/:locale/:component',
      accept('param', ById.extend(OneInLocale.shape)),
      gives(ExplanationInWords),
      async (c) => {
        const { id, locale, component } = c.req.valid('param')
        const member = memberOf(c)
        const told = await explainComponent(services, member, id, component, locale)
        return reply(c, ExplanationInWords, told)
      },
    )
    .get('/:id/log', accept('param', ById), gives(Log), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Log, await logOf(services, memberOf(c), id))
    })
    .get(
      '/:id/log/:locale',
      accept('param', ById.extend(InLocale.shape)),
      givesFile('text/csv'),
      async (c) => {
        const { id, locale } = c.req.valid('param')
        const csv = await logCsv(services, memberOf(c), id, locale)
        return c.body(csv, 200, {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="decisions-${locale}.csv"`,
        })
      },
    )
}

/** What organisers decide. */
function decidingRoutes(services: Services) {
  return new Hono<Identified>()
    .post(
      '/:id/decisions',
      accept('param', ById),
      accept('json', Decide),
      gives(Program),
      async (c) => {
        const { id } = c.req.valid('param')
        const decision = c.req.valid('json')
        const program = await decideComponent(services, organiserOf(c), id, decision)
        return reply(c, Program, program)
      },
    )
    .post(
      '/:id/tiers',
      accept('param', ById),
      accept('json', ChooseTier),
      gives(Program),
      async (c) => {
        const { id } = c.req.valid('param')
        const chosen = c.req.valid('json')
        return reply(c, Program, await chooseTier(services, organiserOf(c), id, chosen))
      },
    )
    .post(
      '/:id/budget',
      accept('param', ById),
      accept('json', KeepBudget),
      gives(Program),
      async (c) => {
        const { id } = c.req.valid('param')
        const kept = c.req.valid('json')
        return reply(c, Program, await keepBudget(services, organiserOf(c), id, kept))
      },
    )
    .post(
      '/:id/owners',
      accept('param', ById),
      accept('json', NameOwner),
      gives(Program),
      async (c) => {
        const { id } = c.req.valid('param')
        const named = c.req.valid('json')
        return reply(c, Program, await nameOwner(services, organiserOf(c), id, named))
      },
    )
    .post(
      '/:id/adoption',
      accept('param', ById),
      accept('json', Adopt),
      gives(Program),
      async (c) => {
        const { id } = c.req.valid('param')
        const adopt = c.req.valid('json')
        return reply(c, Program, await adoptProgram(services, organiserOf(c), id, adopt))
      },
    )
}

/** What either side may say; whose word counts is decided with the deed. */
function tellingRoutes(services: Services) {
  return new Hono<Identified>()
    .post(
      '/:id/gate',
      accept('param', ById),
      accept('json', AnswerGate),
      gives(Program),
      async (c) => {
        const { id } = c.req.valid('param')
        const answer = c.req.valid('json')
        return reply(c, Program, await answerGate(services, memberOf(c), id, answer))
      },
    )
    .post(
      '/:id/reviews',
      accept('param', ById),
      accept('json', AddReview),
      gives(Program),
      async (c) => {
        const { id } = c.req.valid('param')
        const review = c.req.valid('json')
        return reply(c, Program, await addReview(services, memberOf(c), id, review))
      },
    )
    .post(
      '/:id/remarks',
      accept('param', ById),
      accept('json', AddRemark),
      gives(Program),
      async (c) => {
        const { id } = c.req.valid('param')
        const remark = c.req.valid('json')
        return reply(c, Program, await addRemark(services, memberOf(c), id, remark))
      },
    )
}
