import type { WatchConfig } from '../config.ts'
import { type Listening, listen } from '../listen.ts'
import type { Health, Watched } from './watched.ts'
import { writeFigures } from './write-figures.ts'

/** A database that does not answer within this many milliseconds does not work. */
const patience = 2_000

/**
 * Answers an operator's own tools, on an address of its own: `/health/live`, `/health/ready` and
 * `/metrics`. Neither ballots nor employees' pages are served there, nor is anything of a person.
 *
 * @returns null where nobody may ask
 */
export async function openWatch(
  config: WatchConfig,
  watched: Watched,
): Promise<Listening | null> {
  if (!config) return null
  const address = { ...config, origin: '', loopback: true, certificate: null }
  return listen((request) => answer(request, watched), address, { leavesNoTrace: false })
}

async function answer(request: Request, watched: Watched): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (request.method !== 'GET') return reply('Ask with GET.\n', 405)
  switch (pathname) {
    case '/health/live':
      return reply('{"live":true}\n', 200, 'application/json')
    case '/health':
    case '/health/ready': {
      const health = await lookAt(watched.checks)
      const ready = isReady(health)
      const text = `${JSON.stringify({ ready, checks: health })}\n`
      return reply(text, ready ? 200 : 503, 'application/json')
    }
    case '/metrics': {
      const figures = writeFigures(watched, await lookAt(watched.checks))
      return reply(figures, 200, 'text/plain; version=0.0.4; charset=utf-8')
    }
    default:
      return reply('Ask for /health/live, /health/ready or /metrics.\n', 404)
  }
}

const isReady = (health: Health): boolean =>
  Object.values(health).every((one) => one === 'works')

async function lookAt(checks: Watched['checks']): Promise<Health> {
  const looked = Object.entries(checks).map(async ([name, check]) => {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('late')), patience)
    })
    const works = await Promise.race([check(), late]).then(
      () => 'works' as const,
      () => 'fails' as const,
    )
    clearTimeout(timer)
    return [name, works] as const
  })
  return Object.fromEntries(await Promise.all(looked))
}

function reply(
  text: string,
  status: number,
  type = 'text/plain; charset=utf-8',
): Response {
  return new Response(text, {
    status,
    headers: {
      'content-type': type,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    },
  })
}
