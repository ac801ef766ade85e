import { type Context, Hono } from 'hono'
import { facilitatorOf, type Identified, memberOf } from '../accounts/access.ts'
import { ById } from '../assessments/contract.ts'
import { gives } from '../descriptions.ts'
import { accept, reply } from '../doors.ts'
import type { Services } from '../services.ts'
import { beginCoding, joinCoding } from './begin-coding.ts'
import { codeSegment, finishCoding } from './code-segment.ts'
import { agreementOf, decide } from './compare-coders.ts'
import {
  Agreement,
  Approve,
  Codebook,
  CodingStudy,
  Decide,
  GiveCodes,
  GivenCodes,
  OfCode,
  OfOwnCode,
  OfSegment,
  RecordCheck,
  ReleasedThemes,
  Suggestions,
  Themes,
  WordCode,
} from './contract.ts'
import { addCode, changeCode, retireCode } from './keep-codebook.ts'
import { lockStudy, releasedThemesOf } from './lock-study.ts'
import {
  approveParaphrase,
  recordCheck,
  themesOf,
  withdrawParaphrase,
} from './prepare-themes.ts'
import { codingOf } from './show-study.ts'
import { suggestionsFor } from './suggest.ts'

/** Facilitators code what was said. The two sides read what is locked, and nothing before. */
export function codingRoutes(services: Services) {
  return new Hono<Identified>()
    .get('/:id', accept('param', ById), gives(CodingStudy), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, CodingStudy, await codingOf(services, facilitatorOf(c), id))
    })
    .get('/:id/released', accept('param', ById), gives(ReleasedThemes), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, ReleasedThemes, await releasedThemesOf(services, memberOf(c), id))
    })
    .route('/', stepRoutes(services))
    .route('/', segmentRoutes(services))
    .route('/', codebookRoutes(services))
    .route('/', themeRoutes(services))
}

/** One after the other: begin, join, finish, lock. */
function stepRoutes(services: Services) {
  const study = async (c: Context<Identified>, id: Parameters<typeof codingOf>[2]) =>
    reply(c, CodingStudy, await codingOf(services, facilitatorOf(c), id))
  return new Hono<Identified>()
    .post('/:id/begin', accept('param', ById), gives(CodingStudy), async (c) => {
      const { id } = c.req.valid('param')
      await beginCoding(services, facilitatorOf(c), id)
      return study(c, id)
    })
    .post('/:id/join', accept('param', ById), gives(CodingStudy), async (c) => {
      const { id } = c.req.valid('param')
      await joinCoding(services, facilitatorOf(c), id)
      return study(c, id)
    })
    .post('/:id/finish', accept('param', ById), gives(CodingStudy), async (c) => {
      const { id } = c.req.valid('param')
      await finishCoding(services, facilitatorOf(c), id)
      return study(c, id)
    })
    .post('/:id/lock', accept('param', ById), gives(CodingStudy), async (c) => {
      const { id } = c.req.valid('param')
      await lockStudy(services, facilitatorOf(c), id)
      return study(c, id)
    })
}

function segmentRoutes(services: Services) {
  return new Hono<Identified>()
    .put(
      '/:id/segments/:segment',
      accept('param', OfSegment),
      accept('json', GiveCodes),
      gives(GivenCodes),
      async (c) => {
        const { id, segment } = c.req.valid('param')
        const { codes } = c.req.valid('json')
        const facilitator = facilitatorOf(c)
        const given = await codeSegment(services, facilitator, id, segment, codes)
        return reply(c, GivenCodes, given)
      },
    )
    .get('/:id/suggestions', accept('param', ById), gives(Suggestions), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Suggestions, await suggestionsFor(services, facilitatorOf(c), id))
    })
    .get('/:id/agreement', accept('param', ById), gives(Agreement), async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, Agreement, await agreementOf(services, facilitatorOf(c), id))
    })
    .put(
      '/:id/decisions',
      accept('param', ById),
      accept('json', Decide),
      gives(Agreement),
      async (c) => {
        const { id } = c.req.valid('param')
        const facilitator = facilitatorOf(c)
        await decide(services, facilitator, id, c.req.valid('json'))
        return reply(c, Agreement, await agreementOf(services, facilitator, id))
      },
    )
}

function codebookRoutes(services: Services) {
  return new Hono<Identified>()
    .post(
      '/:id/codes',
      accept('param', ById),
      accept('json', WordCode),
      gives(Codebook, 201),
      async (c) => {
        const { id } = c.req.valid('param')
        const wording = c.req.valid('json')
        const changed = await addCode(services, facilitatorOf(c), id, wording)
        return reply(c, Codebook, changed, 201)
      },
    )
    .put(
      '/:id/codes/:code',
      accept('param', OfOwnCode),
      accept('json', WordCode),
      gives(Codebook),
      async (c) => {
        const { id, code } = c.req.valid('param')
        const wording = c.req.valid('json')
        const changed = await changeCode(services, facilitatorOf(c), id, code, wording)
        return reply(c, Codebook, changed)
      },
    )
    .delete(
      '/:id/codes/:code',
      accept('param', OfOwnCode),
      gives(Codebook),
      async (c) => {
        const { id, code } = c.req.valid('param')
        const changed = await retireCode(services, facilitatorOf(c), id, code)
        return reply(c, Codebook, changed)
      },
    )
}

function themeRoutes(services: Services) {
  const themes = async (c: Context<Identified>, id: Parameters<typeof themesOf>[2]) =>
    reply(c, Themes, await themesOf(services, facilitatorOf(c), id))
  return new Hono<Identified>()
    .get('/:id/themes', accept('param', ById), gives(Themes), async (c) =>
      themes(c, c.req.valid('param').id),
    )
    .put(
      '/:id/paraphrases/:segment',
      accept('param', OfSegment),
      accept('json', Approve),
      gives(Themes),
      async (c) => {
        const { id, segment } = c.req.valid('param')
        const wording = c.req.valid('json')
        await approveParaphrase(services, facilitatorOf(c), id, segment, wording)
        return themes(c, id)
      },
    )
    .delete(
      '/:id/paraphrases/:segment',
      accept('param', OfSegment),
      gives(Themes),
      async (c) => {
        const { id, segment } = c.req.valid('param')
        await withdrawParaphrase(services, facilitatorOf(c), id, segment)
        return themes(c, id)
      },
    )
    .put(
      '/:id/checks/:code',
      accept('param', OfCode),
      accept('json', RecordCheck),
      gives(Themes),
      async (c) => {
        const { id, code } = c.req.valid('param')
        await recordCheck(services, facilitatorOf(c), id, code, c.req.valid('json'))
        return themes(c, id)
      },
    )
}
export type CodingRoutes = ReturnType<typeof codingRoutes>
