import { z } from 'zod'
import type { Assessment } from '../assessments/contract.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { NotCountable } from './contract.ts'
import { findWithheld, removeWithheld, saveWithheld } from './store.ts'
import type { StoredRelease } from './stored-release.ts'
import { showWithheld, withhold } from './tally-keys.ts'

type Reach = Pick<Services, 'db' | 'config'>

/** What was counted and nobody has seen. */
export interface Figures {
  readonly release: StoredRelease
  readonly notCountable: NotCountable
}

/** The same as read back: whether it is a release is for `readRelease` to say. */
export interface WithheldFigures {
  readonly release: string
  readonly notCountable: NotCountable
}

/** A release from before they were compressed is kept as what it is. */
const Kept = z.object({
  release: z.union([z.string(), z.looseObject({}).transform((it) => JSON.stringify(it))]),
  notCountable: NotCountable,
})

/** Keeps figures out of sight until both sides agree to publish them. */
export async function withholdFigures(
  { db, config }: Reach,
  { id }: Pick<Assessment, 'id'>,
  figures: Figures,
): Promise<void> {
  await saveWithheld(db, id, withhold(config, id, JSON.stringify(figures)))
}

/**
 * Opens the figures, for what publishes them once both sides agree and for nothing else.
 *
 * @throws Refusal when there are none
 */
export async function openFigures(
  { db, config }: Reach,
  { id }: Pick<Assessment, 'id'>,
): Promise<WithheldFigures> {
  const sealed = await findWithheld(db, id)
  if (!sealed) throw new Refusal('assessment-not-tallied')
  return Kept.parse(JSON.parse(showWithheld(config, id, sealed)))
}

/** Forgets the figures: they have been published. */
export function forgetFigures(
  { db }: Pick<Reach, 'db'>,
  { id }: Pick<Assessment, 'id'>,
): Promise<void> {
  return removeWithheld(db, id)
}
