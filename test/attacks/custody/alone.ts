import { sealAnswers } from '#surveys/ballot/envelope.ts'
import {
  type OpenedShare,
  openAnswers,
  openShare,
  sealedShareOf,
} from '#surveys/ballot/open-envelope.ts'
import {
  createSealingKey,
  readyToOpen,
  type SealingKey,
} from '#surveys/ballot/sealing-key.ts'
import { answersAll } from '../../server/journey.ts'
import { aBallotName, aSurvey, type Survey } from '../../server/tally/a-survey.ts'
import type { Outcome } from '../attack.ts'

type Name = ReturnType<typeof aBallotName>
interface Envelope {
  readonly name: Name
  readonly inner: Uint8Array
}

/**
 * Tries to open envelopes with what one key holder has, and with what the organiser and the
 * operator have together but for one key holder (claim 31).
 */
export async function tryAlone(envelopes: number): Promise<Outcome> {
  const survey = await aSurvey({ north: Math.max(16, envelopes) })
  const operator = [await createSealingKey(), await createSealingKey()]
  const counts = { tried: 0, 'shares opened by others': 0, 'answers gained': 0 }
  let before: OpenedShare | null = null
  for (let index = 0; index < envelopes; index += 1) {
    const name = aBallotName(survey, 'north')
    const answers = answersAll('often')
    const envelope = { name, inner: await sealAnswers(answers, name, survey.manifest) }
    const own = await ownShare(survey, envelope, index % survey.trusteeKeys.length)
    counts.tried += 1
    counts['shares opened by others'] += await openedByOthers(survey, envelope, operator)
    if (own && (await gains(survey, envelope, own, before))) counts['answers gained'] += 1
    before = own
  }
  const broken = counts['answers gained'] + counts['shares opened by others'] > 0
  return {
    name: 'opening envelopes as one key holder, or as organiser and operator (31)',
    expects: 'none opens',
    figures: counts,
    broken: broken ? ['an envelope or a share was opened'] : [],
  }
}

async function ownShare(
  { manifest, trusteeKeys }: Survey,
  { inner, name }: Envelope,
  trustee: number,
): Promise<OpenedShare | null> {
  const { id = '' } = manifest.trustees[trustee] ?? {}
  const key = trusteeKeys[trustee]
  const sealed = await sealedShareOf(id, inner, name, manifest)
  return key && sealed ? openShare(await readyToOpen(key), sealed) : null
}

/** The operator's keys, and each key holder's on the shares of the others. */
async function openedByOthers(
  { manifest, trusteeKeys }: Survey,
  { inner, name }: Envelope,
  operator: readonly SealingKey[],
): Promise<number> {
  let opened = 0
  for (const [at, { id }] of manifest.trustees.entries()) {
    const sealed = await sealedShareOf(id, inner, name, manifest)
    const others = [...operator, trusteeKeys[(at + 1) % trusteeKeys.length]]
    for (const key of others) {
      if (key && sealed && (await openShare(await readyToOpen(key), sealed))) opened += 1
    }
  }
  return opened
}

/** One share alone, twice, renamed, and with one of another ballot. */
async function gains(
  { manifest }: Survey,
  { inner, name }: Envelope,
  own: OpenedShare,
  before: OpenedShare | null,
): Promise<boolean> {
  const renamed = manifest.trustees
    .filter(({ id }) => id !== own.trustee)
    .map(({ id }) => ({ ...own, trustee: id }))
  const foreign = before ? [{ ...before, nullifier: own.nullifier }] : []
  for (const shares of [[own], [own, own], [own, ...renamed], [own, ...foreign]]) {
    const outcome = await openAnswers(inner, shares, name, manifest)
    if (outcome.kind === 'answers') return true
  }
  return false
}
