import type { Figure } from '#analysis/disclosure/disclosed.ts'
import type { Channel } from '#analysis/orientation/tailoring.ts'
import { answerOffThread } from '../jobs/off-thread.ts'
import { readWhole } from '../results/whole-release.ts'

/** How people want to meet help, as far as it was released. */
answerOffThread<string>((stored): Readonly<Partial<Record<Channel, Figure>>> => {
  return readWhole(stored).items['wanted-ways']?.chosen ?? {}
})
