import type { BallotDatabase } from '../../database/ballots.ts'
import type { GroupCommit } from '../../database/group-commit.ts'
import type { Cast, CastOutcome } from './cast.ts'
import type { Layout } from './layout.ts'
import type { StoreKeys } from './store-keys.ts'

/** Where ballots are kept: the database, the keys outside it, and who is waiting to write. */
export interface SlotStore {
  readonly ballots: BallotDatabase
  readonly keys: StoreKeys
  /** by assessment */
  readonly casting: Map<string, GroupCommit<Cast, CastOutcome>>
  /** by assessment; a layout never changes */
  readonly layouts: Map<string, Layout>
  readonly isOpen: IsOpen
}

/** Whether ballots may still be written, asked in the transaction that writes them. */
export type IsOpen = (db: BallotDatabase, assessment: string) => Promise<boolean>

export function openSlotStore(
  ballots: BallotDatabase,
  keys: StoreKeys,
  isOpen: IsOpen = async () => true,
): SlotStore {
  return { ballots, keys, casting: new Map(), layouts: new Map(), isOpen }
}
