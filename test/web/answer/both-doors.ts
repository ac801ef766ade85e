import { signBlinded } from '#server/registrar/sign-blinded.ts'
import { verifyBallot } from '#server/verify-ballot.ts'
import { openClaim, openForBox } from '#surveys/ballot/box-message.ts'
import { fromBase64url, toBase64url } from '#surveys/ballot/bytes.ts'
import { openAnswers, openShare, sealedShareOf } from '#surveys/ballot/open-envelope.ts'
import { readyToOpen } from '#surveys/ballot/sealing-key.ts'
import { type InventedSurvey, keyOf } from '../../surveys/ballot/invented-survey.ts'

/** What came to one of the two doors. */
export interface Asked {
  readonly method: string
  readonly path: string
  readonly body: Readonly<Record<string, string>>
}

/** Registrar and ballot box as a page finds them, with everything they were asked. */
export interface BothDoors {
  readonly fetch: typeof globalThis.fetch
  readonly asked: readonly Asked[]
  /** the opened answers in the box */
  readonly answers: () => readonly unknown[]
  /** stops answering at a path, after doing what was asked */
  readonly cut: (path: string) => void
  readonly mend: () => void
  isClosed: boolean
  /** the unit whose key signs, whatever the code says */
  signsFor: string | null
  /** the key that is said to be the unit's, in place of the right one */
  ownKey: unknown
}

const reply = (status: number, body?: object) =>
  new Response(body ? JSON.stringify(body) : null, { status })

/** @param codes the unit of each code */
export function bothDoors(
  survey: InventedSurvey,
  codes: ReadonlyMap<string, string>,
): BothDoors {
  const { manifest, unitKeys, publicKeys } = survey
  const bound = new Map<string, string>()
  const box = new Map<string, unknown>()
  const asked: Asked[] = []
  let cut = ''

  const doors: Readonly<Record<string, (body: Asked['body']) => Promise<Response>>> = {
    async 'POST /api/collect/look'({ secret = '' }) {
      const unit = codes.get(secret)
      if (!unit) return reply(403, { code: 'code-unknown' })
      if (made.isClosed) return reply(410, { code: 'survey-closed' })
      return reply(200, { unit, key: made.ownKey ?? publicKeys.get(unit) ?? 'none' })
    },
    async 'POST /api/collect'({ secret = '', blinded = '' }) {
      const unit = codes.get(secret)
      if (!unit) return reply(403, { code: 'code-unknown' })
      if (made.isClosed) return reply(410, { code: 'survey-closed' })
      if ((bound.get(secret) ?? blinded) !== blinded) {
        return reply(409, { code: 'already-collected' })
      }
      bound.set(secret, blinded)
      const signed = sign(made.signsFor ?? unit, blinded)
      return signed ? reply(200, { blindSignature: toBase64url(signed) }) : reply(400)
    },
    async 'PUT /ballot'({ sealed = '' }) {
      if (made.isClosed) return reply(410, { code: 'survey-closed' })
      const key = await readyToOpen(survey.boxKey)
      const outer = fromBase64url(sealed) ?? new Uint8Array()
      const cast = await openForBox(key, outer, manifest)
      if (!cast || !verifyBallot(cast.ballot, survey.ballotKeys)) return reply(403)
      box.set(cast.ballot.serial, await opened(survey, cast.ballot, cast.inner))
      return reply(204)
    },
    async 'POST /ballot/check'(body) {
      if (made.isClosed) return reply(410, { code: 'survey-closed' })
      return reply(200, { held: box.has(await serialIn('check', body)) })
    },
    async 'POST /ballot/withdraw'(body) {
      if (made.isClosed) return reply(410, { code: 'survey-closed' })
      const wasThere = box.delete(await serialIn('withdraw', body))
      return wasThere ? reply(204) : reply(404, { code: 'ballot-not-found' })
    },
    async [`GET /state/${manifest.assessment}`]() {
      return reply(200, { state: made.isClosed ? 'closed' : 'open' })
    },
  }

  function sign(unit: string, blinded: string): Uint8Array | null {
    const bytes = new Uint8Array(fromBase64url(blinded) ?? [])
    // Below every modulus, so that any key signs it, only not to anybody's use.
    if (made.signsFor) bytes[0] = 0
    return signBlinded(unitKeys.get(unit) ?? '', bytes)
  }

  async function serialIn(wish: 'check' | 'withdraw', { sealed = '' }: Asked['body']) {
    const key = await readyToOpen(survey.boxKey)
    const outer = fromBase64url(sealed) ?? new Uint8Array()
    return (await openClaim(wish, key, outer, manifest))?.serial ?? ''
  }

  const made: BothDoors = {
    asked,
    answers: () => [...box.values()],
    cut(path) {
      cut = path
    },
    mend() {
      cut = ''
    },
    isClosed: false,
    signsFor: null,
    ownKey: null,
    async fetch(input, init) {
      const { method, url } = new Request(
        new URL(String(input), 'https://office.example'),
        {
          method: init?.method ?? 'GET',
        },
      )
      const path = new URL(url).pathname
      const body = init?.body ? JSON.parse(String(init.body)) : {}
      asked.push({ method, path, body })
      const response = (await doors[`${method} ${path}`]?.(body)) ?? reply(404)
      if (path === cut) throw new TypeError('the connection was lost')
      return response
    },
  }
  return made
}

async function opened(
  survey: InventedSurvey,
  ballot: Parameters<typeof sealedShareOf>[2],
  inner: Uint8Array,
): Promise<unknown> {
  const { manifest } = survey
  const shares = await Promise.all(
    ['trustee-0', 'trustee-1'].map(async (trustee) => {
      const sealed = await sealedShareOf(trustee, inner, ballot, manifest)
      const share = sealed && (await openShare(await keyOf(survey, trustee), sealed))
      if (!share) throw new Error('expected a share')
      return share
    }),
  )
  const result = await openAnswers(inner, shares, ballot, manifest)
  return result.kind === 'answers' ? result.answers : result
}
