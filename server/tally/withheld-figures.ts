import { z } from 'zod'
import type { Release } from '#analysis/disclosure/disclosed.ts'
import type { Assessment } from '../assessments/contract.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { NotCountable } from './contract.ts'
import { findWithheld, removeWithheld, saveWithheld } from './store.ts'
import { showWithheld, withhold } from './tally-keys.ts'

type Reach = Pick<Services, 'db' | 'config'>

/** What was counted and nobody has seen. */
export interface Figures {
  readonly release: Release
  readonly notCountable: NotCountable
}

const Kept = z.object({ release: z.unknown(), notCountable: NotCountable })

/** Keeps figures out of sight until both sides agree to publish them. */
export async function withholdFigures(
  { db, config }: Reach,
  { id }: Pick<Assessment, 'id'>,
  figures: Figures,
): Promise<void> {
  await saveWithheld(db, id, withhold(config, id, JSON.stringify(figures)))
}

/** Takes the figures out of hiding, to publish them. @throws Refusal when there are none */
export async function takeFigures(
  { db, config }: Reach,
  { id }: Pick<Assessment, 'id'>,
): Promise<{ readonly release: unknown; readonly notCountable: NotCountable }> {
  const sealed = await findWithheld(db, id)
  if (!sealed) throw new Refusal('assessment-not-tallied')
  const figures = Kept.parse(JSON.parse(showWithheld(config, id, sealed)))
  await removeWithheld(db, id)
  return figures
}
