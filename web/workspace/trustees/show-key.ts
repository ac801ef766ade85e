import { KeyQuestion } from '#server/trustees/contract.ts'
import { fromBase64url, toBase64url } from '#surveys/ballot/bytes.ts'
import { answerChallenge } from '#surveys/ballot/trustee-key.ts'
import { ask, keyDoor, Refused } from '../../api.ts'

/**
 * Has a question asked that only the key can open, and opens it.
 *
 * @returns the answer, to be sent with what the key is shown for
 */
export async function answerQuestion(
  key: CryptoKeyPair,
  secret: string,
): Promise<string> {
  const { sealed } = await ask(KeyQuestion, keyDoor.question.$post({ json: { secret } }))
  const answer = await answerChallenge(key, fromBase64url(sealed) ?? new Uint8Array())
  if (!answer) throw new Refused('key-does-not-open')
  return toBase64url(answer)
}
