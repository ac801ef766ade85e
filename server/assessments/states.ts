import type { State } from './contract.ts'

/** Where each state may lead. There is no other way, and none back but to an unfrozen draft. */
export const after = {
  draft: ['reviewed', 'aborted'],
  reviewed: ['draft', 'frozen', 'aborted'],
  frozen: ['open', 'aborted'],
  open: ['closed', 'aborted'],
  closed: ['unsealing', 'aborted'],
  unsealing: ['tallied', 'aborted'],
  tallied: ['released', 'aborted'],
  released: ['shredded'],
  aborted: ['shredded'],
  shredded: [],
} as const satisfies Readonly<Record<State, readonly State[]>>

/** Whether one state may follow another directly. */
export function mayFollow(from: State, to: State): boolean {
  const next: readonly State[] = after[from]
  return next.includes(to)
}
