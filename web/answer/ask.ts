/** Nothing that could tell who asks goes along, and nothing stays in a cache. */
const unrecognized = {
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  cache: 'no-store',
  redirect: 'error',
} as const

const patienceMilliseconds = 30_000

/** @returns null when no response came: whether the request arrived is not known */
export async function ask(
  address: string,
  request: RequestInit,
): Promise<Response | null> {
  try {
    const signal = AbortSignal.timeout(patienceMilliseconds)
    return await fetch(address, { ...unrecognized, ...request, signal })
  } catch {
    return null
  }
}

export function send(method: 'POST' | 'PUT', body: unknown): RequestInit {
  return {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
}

/** @returns null for anything but a JSON object */
export async function readRecord(
  response: Response,
): Promise<Readonly<Record<string, unknown>> | null> {
  try {
    const value: unknown = await response.json()
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
