import type { SameUnit } from '#analysis/needs/unit-identity.ts'
import {
  type ConstructChange,
  compareWaves,
  isNoteworthy,
} from '#analysis/needs/wave-change.ts'
import type { ComponentId } from '#analysis/recommendation/components.ts'
import { orderChanges } from '#analysis/recommendation/what-changed.ts'
import { answerOffThread } from '../jobs/off-thread.ts'
import { readWhole } from '../results/whole-release.ts'
import type { Changes } from './contract.ts'

export interface ToCompare {
  /** as they are stored */
  readonly before: string
  readonly after: string
  readonly same: readonly SameUnit[]
  /** the program that was adopted between them */
  readonly program: readonly ComponentId[]
}

/** What two releases tell, beside names and dates. */
export interface Compared extends Pick<Changes, 'lines' | 'units' | 'others'> {
  readonly rates: {
    readonly before: Changes['before']['responseRate']
    readonly after: Changes['after']['responseRate']
  }
}

answerOffThread<ToCompare>(({ before, after, same, program }): Compared => {
  const first = readWhole(before)
  const second = readWhole(after)
  const lines = orderChanges(compareWaves(first, second, same), program)
  const isSame = new Set(same.map((unit) => unit.after))
  const compared = second.units.filter(({ id }) => isSame.has(id))
  return {
    lines: lines.map(({ was, ...line }) => ({
      ...line,
      was: meanOf(was),
      noteworthy: isNoteworthy(line.organization),
    })),
    units: compared.map(({ id, name }) => ({ id, name })),
    others: second.units.length - compared.length,
    rates: {
      before: first.organization.responseRate,
      after: second.organization.responseRate,
    },
  }
})

/** A bound is no mean to start from. */
function meanOf(figure: ConstructChange['was']): number | null {
  return figure.kind === 'shown' ? figure.value : null
}
