import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { Crowded } from '../crowd-door.ts'
import { Refusal, type RefusalCode, refusals } from '../refusal.ts'
import { everywhere, noPage } from '../reply-headers.ts'
import { answer } from './answer.ts'
import type { BoxServices } from './box-services.ts'
import { controlRoutes } from './control.ts'
import { ballotRoutes } from './routes.ts'
import { DamagedBucket } from './slots/sealed-bucket.ts'

const largestBallot = 128 * 1024
/** The manifest of two thousand units and their keys are a megabyte and a half. */
const largestCommand = 16 * 1024 * 1024

/**
 * The door where ballots are cast. It sets no cookie and reads none, keeps no log of visits,
 * and answers everybody with the same headers and in two sizes. Beside it, where the office is
 * another process, the door for its signed commands.
 */
export function createBallotApp(services: BoxServices): Hono {
  const app = new Hono()
  app.use('*', sameHeaders(services.config.office))
  app.options('*', () => answer(204))
  if (services.config.officeKey !== null) {
    app.use('/control', limitedTo(largestCommand))
    app.route('/control', controlRoutes(services, services.config.officeKey))
  }
  app.use('*', limitedTo(largestBallot))
  app.route('/', ballotRoutes(services))
  app.notFound(() => refuse('not-found'))
  app.onError((error) => {
    const code = codeOf(error)
    if (code === 'internal-error') tellFailure(services, error)
    return refuse(code, error instanceof Crowded ? { work: error.challenge } : {})
  })
  return app
}

/** Set one by one after the reply is made, whatever it says. */
function sameHeaders(office: string): MiddlewareHandler {
  const headers = Object.entries({
    'access-control-allow-origin': office,
    'access-control-allow-methods': 'GET, POST, PUT',
    'access-control-allow-headers': 'content-type',
    'access-control-max-age': '600',
    'cache-control': 'no-store',
    'content-security-policy': noPage,
    ...everywhere,
  })
  return async (c, next) => {
    await next()
    for (const [name, value] of headers) c.res.headers.set(name, value)
  }
}

function limitedTo(maxSize: number): MiddlewareHandler {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new Refusal('request-too-large')
    },
  })
}

/**
 * A code and no detail: what was wrong with a ballot is nobody's business. With it, where a door
 * is crowded, the work to do first.
 */
function refuse(code: RefusalCode, more: { readonly work?: string } = {}): Response {
  return answer(refusals[code], { code, ...more })
}

function codeOf(error: unknown): RefusalCode {
  if (error instanceof Refusal) return error.code
  const isTheirs = error instanceof HTTPException && error.status < 500
  return isTheirs ? 'malformed-request' : 'internal-error'
}

function tellFailure({ tell }: BoxServices, error: unknown): void {
  if (error instanceof DamagedBucket) {
    const { assessment, unit, bucket } = error
    tell({ event: 'box-damaged', assessment, unit, bucket })
  } else {
    tell({ event: 'box-failed', error })
  }
}
