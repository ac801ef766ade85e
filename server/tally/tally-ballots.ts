import { disclose } from '#analysis/disclosure/disclose.ts'
import type { Disclosed, Release } from '#analysis/disclosure/disclosed.ts'
import type { PublicationPlan } from '#analysis/disclosure/publication-plan.ts'
import { joinResponses, type Responses, readResponses } from '#analysis/responses.ts'
import { countResponses } from '#analysis/scoring/tally-counts.ts'
import { fromBase64url } from '#surveys/ballot/bytes.ts'
import type { Manifest } from '#surveys/ballot/manifest.ts'
import { openOpenedPart } from '#surveys/ballot/opened-part.ts'
import { readyToOpen, type SealingKey } from '#surveys/ballot/sealing-key.ts'
import { composeQuestionnaire, questionsOfManifest } from '#surveys/compose.ts'
import { compileReader } from '#surveys/read-answers.ts'
import type { SealedForTally } from '../box.ts'
import { BallotKeys } from '../verify-ballot.ts'
import type { NotCountable, StopReason } from './contract.ts'
import { CountStopped, type Delivered, Opener } from './open-ballots.ts'

export interface ToTally {
  readonly manifest: Manifest
  /** SPKI in base64, in the order of its units; held to the hashes it lists */
  readonly unitKeys: readonly string[]
  readonly plan: PublicationPlan
  readonly tallyKey: SealingKey
  /** what each key holder delivered, part after part, base64url */
  readonly delivered: readonly {
    readonly trustee: string
    readonly parts: readonly string[]
  }[]
  readonly fewestAnswers: number
}

/** Ballots of one unit: all, or some of many. */
export interface SomeBallots {
  readonly unit: string
  readonly ballots: readonly SealedForTally[]
}

/** What leaves the one count. Nothing finer does. */
export type Tallied =
  | {
      readonly kind: 'tallied'
      readonly release: Disclosed<Release>
      readonly notCountable: NotCountable
    }
  | { readonly kind: 'too-few-answers' }
  | {
      readonly kind: 'stopped'
      readonly reason: StopReason
      readonly trustee: string | null
    }

/**
 * The one count: verifies every ballot again, opens, validates, analyses, discloses, audits.
 * Whatever is wrong, nothing comes out but the reason.
 *
 * @param parts ballots unit by unit; only columns of small numbers are kept of them
 */
export async function tallyBallots(
  input: ToTally,
  parts: AsyncIterable<SomeBallots>,
): Promise<Tallied> {
  try {
    const asked = composeQuestionnaire(questionsOfManifest(input.manifest))
    const opener = new Opener(
      input.manifest,
      await ballotKeysOf(input),
      await openDelivered(input),
      compileReader(asked),
    )
    const columns: Responses[] = []
    for await (const { unit, ballots } of parts) {
      const answers = await opener.open(unit, ballots)
      columns.push(
        readResponses(
          asked,
          answers.map((one) => ({ unit, answers: one })),
        ),
      )
    }
    requireEnoughShares(input, opener)
    if (opener.opened < input.fewestAnswers) return { kind: 'too-few-answers' }
    const counts = countResponses(joinResponses(asked, columns))
    const notCountable = bandOf(opener.notAnswers + opener.missing)
    return { kind: 'tallied', release: disclose(input.plan, counts), notCountable }
  } catch (error) {
    if (!(error instanceof CountStopped)) throw error
    return { kind: 'stopped', reason: error.reason, trustee: error.trustee }
  }
}

/** Without the keys that the manifest names, no ballot can be told from a forged one. */
async function ballotKeysOf({ manifest, unitKeys }: ToTally): Promise<BallotKeys> {
  const keys = await BallotKeys.of(manifest, unitKeys)
  if (!keys) throw new Error('the keys kept are not those of the manifest')
  return keys
}

async function openDelivered({
  manifest: { assessment },
  tallyKey,
  delivered,
}: ToTally): Promise<Delivered> {
  const key = await readyToOpen(tallyKey)
  const opened = delivered.map(async ({ trustee, parts }) => {
    const read = parts.map(async (text, part) => {
      const sealed = fromBase64url(text) ?? new Uint8Array()
      const shares = await openOpenedPart(key, sealed, { assessment, trustee, part })
      if (!shares) throw new CountStopped('shares-wrong', trustee)
      return shares
    })
    const shares = (await Promise.all(read)).flat()
    return [trustee, new Map(shares.map((one) => [one.nullifier, one]))] as const
  })
  return new Map(await Promise.all(opened))
}

/**
 * A key holder leaves out the shares that do not open. An honest one leaves out what somebody
 * sealed wrongly, which is rare; a dishonest one could leave out answers. So more than a few are
 * accepted only when more key holders have delivered than are needed: what then still does not
 * open was sealed wrongly.
 */
function requireEnoughShares(
  { manifest: { trusteesNeeded }, delivered }: ToTally,
  { opened, notAnswers, missing }: Opener,
): void {
  const few = Math.max(2, (opened + notAnswers + missing) / 50)
  if (missing > few && delivered.length <= trusteesNeeded) {
    throw new CountStopped('shares-missing')
  }
}

function bandOf(envelopes: number): NotCountable {
  if (envelopes === 0) return { kind: 'none' }
  if (envelopes < 5) return { kind: 'few' }
  const from = 5 * Math.floor(envelopes / 5)
  return { kind: 'band', from, to: from + 4 }
}
