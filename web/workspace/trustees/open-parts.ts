import { Arrived, Opening, SealedPart } from '#server/tally/contract.ts'
import { toBase64url } from '#surveys/ballot/bytes.ts'
import { openPart } from '#surveys/ballot/opened-part.ts'
import { ask, opening } from '../../api.ts'
import { answerQuestion } from './show-key.ts'

/**
 * Opens every share of a key holder here and delivers it to the count, part after part. What
 * has arrived before an interruption is not opened again.
 *
 * @param report told how much is done, 0–1
 */
export async function openParts(
  key: CryptoKeyPair,
  secret: string,
  report: (done: number) => void,
): Promise<void> {
  const answer = await answerQuestion(key, secret)
  const begun = await ask(Opening, opening.begin.$post({ json: { secret, answer } }))
  const { pass, assessment, holder, tallyKey, parts } = begun
  const arrived = new Set(begun.delivered)
  for (let part = 0; part < parts; part += 1) {
    if (arrived.has(part)) continue
    const handed = await ask(SealedPart, opening.take.$post({ json: { pass, part } }))
    const { shares } = handed
    let opened = 0
    const place = { assessment, trustee: holder, part }
    const sealed = await openPart(key, shares, place, tallyKey, (more) => {
      opened += more
      report((arrived.size + opened / shares.length) / parts)
    })
    const json = { pass, part, sealed: toBase64url(sealed) }
    await ask(Arrived, opening.deliver.$post({ json }))
    arrived.add(part)
    report(arrived.size / parts)
  }
}
