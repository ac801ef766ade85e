import type { SealedForTally } from '#server/box.ts'
import { openAnswers, openShare, sealedShareOf } from '#surveys/ballot/open-envelope.ts'
import { readyToOpen } from '#surveys/ballot/sealing-key.ts'
import type { OpenSurvey } from '../server/journey.ts'
import type { TestServer } from '../server/test-server.ts'

/** Closes the box of a survey and opens every envelope in it, as two key holders can. */
export async function openedBox(
  server: TestServer,
  survey: OpenSurvey,
): Promise<readonly unknown[]> {
  const { box } = server.running.services
  await box.close(survey.id)
  const answers: unknown[] = []
  for await (const { ballots } of box.ballots(survey.id)) {
    for (const sealed of ballots) answers.push(await opened(survey, sealed))
  }
  return answers
}

async function opened(
  { manifest, holders }: OpenSurvey,
  { ballot, inner }: SealedForTally,
): Promise<unknown> {
  const shares = await Promise.all(
    holders.slice(0, manifest.trusteesNeeded).map(async ({ id, key }) => {
      const sealed = await sealedShareOf(id, inner, ballot, manifest)
      const share = sealed && (await openShare(await readyToOpen(key), sealed))
      if (!share) throw new Error('expected a share')
      return share
    }),
  )
  const result = await openAnswers(inner, shares, ballot, manifest)
  return result.kind === 'answers' ? result.answers : result
}

/** How many envelopes the box of an open survey holds. */
export async function envelopesIn(
  server: TestServer,
  { id }: OpenSurvey,
): Promise<number> {
  const counts = await server.running.services.box.count(id)
  return [...counts.values()].reduce((sum, count) => sum + count, 0)
}
