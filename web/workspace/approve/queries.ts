import { queryOptions } from '@tanstack/react-query'
import { Review } from '#server/remarks/contract.ts'
import { keyNumber } from '#surveys/ballot/key-number.ts'
import type { Manifest, SignedManifest } from '#surveys/ballot/manifest.ts'
import { surveyNumber } from '#surveys/ballot/survey-number.ts'
import { ask, Refused, remarks } from '../../api.ts'

/** The manifest, with the numbers that stand for it and for its keys. */
export interface Notice {
  readonly manifest: Manifest
  readonly number: string
  /** by key holder */
  readonly keyNumbers: ReadonlyMap<string, string>
}

/** What everybody can check, with the numbers computed here and not taken on trust. */
export const noticeQuery = (id: string) =>
  queryOptions<Notice, Refused>({
    queryKey: ['notice', id],
    queryFn: async () => {
      const { manifest } = await fetchManifest(id)
      const numbers = manifest.trustees.map(async ({ id: holder, publicKey }) => {
        return [holder, await keyNumber(publicKey)] as const
      })
      return {
        manifest,
        number: await surveyNumber(manifest),
        keyNumbers: new Map(await Promise.all(numbers)),
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
  })

async function fetchManifest(id: string): Promise<SignedManifest> {
  const reply = await fetch(`/api/manifests/${id}`).catch(() => {
    throw new Refused('unreachable')
  })
  if (!reply.ok) throw new Refused('assessment-not-frozen')
  return reply.json()
}

/** What both sides remarked on the plan, and the plan as it was last approved. */
export const reviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['review', id],
    queryFn: () => ask(Review, remarks[':id'].$get({ param: { id } })),
  })
