import { decideAgain } from '#analysis/recommendation/decide-again.ts'
import type { Recommendation } from '#analysis/recommendation/recommendation.ts'
import type { Member } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { releasedAssessmentOf } from '../assessments/find-assessment.ts'
import { Refusal } from '../refusal.ts'
import { type Assessed, assess } from '../results/assess.ts'
import type { Services } from '../services.ts'
import type { Decision, Program } from './contract.ts'
import type { Deed, Entry, EntryOf } from './log/contract.ts'
import { contests, type Standing, settingsOf, standingAfter } from './log/read-log.ts'
import { listEntries, type Signed, saveEntry } from './store.ts'

export type Reach = Pick<Services, 'db' | 'clock'>

/** A program as it stands while somebody is about to do something to it. */
export interface Before extends Standing {
  readonly recommendations: readonly Recommendation[]
}

/** What people decided, taken into what the method recommends. */
export function standingWith(
  { recommendations }: Pick<Assessed, 'recommendations'>,
  log: readonly Entry[],
): Before {
  const standing = standingAfter(log)
  return {
    ...standing,
    recommendations: decideAgain(recommendations, settingsOf(standing)),
  }
}

/** As the pages are told of it. */
export function programFrom(assessed: Assessed, log: readonly Entry[]): Program {
  const { adopted, decisions, ...standing } = standingWith(assessed, log)
  return {
    ...standing,
    places: assessed.outline,
    decisions: decisions.map(asDecision),
    adopted: adopted && {
      by: adopted.by,
      on: adopted.on ?? '',
      number: adopted.number,
    },
  }
}

const asDecision = (entry: EntryOf<'decided'>): Decision => ({
  ...entry,
  adopted: entry.choice.verdict !== 'reject',
  reason: entry.choice.reason,
})

/**
 * Adds an entry to the log of a program. What it says is decided by what stands there at that
 * moment: when somebody else writes first, it is decided again.
 *
 * @param seen the last entry the person has seen; undefined to have the last word
 * @throws Refusal 'program-changed-meanwhile' when others did the same thing since; and
 *   whatever `deedFrom` refuses
 */
export async function recordDeed(
  { db, clock }: Reach,
  member: Member,
  id: AssessmentId,
  seen: number | undefined,
  deedFrom: (before: Before) => Deed,
): Promise<Program> {
  const assessment = await releasedAssessmentOf({ db }, member, id)
  const assessed = await assess({ db }, member, assessment)
  for (;;) {
    const log = await listEntries(db, id)
    const deed = deedFrom(standingWith(assessed, log))
    const isContested = log.some(
      (entry) => seen !== undefined && entry.number > seen && contests(deed, entry, log),
    )
    if (isContested) throw new Refusal('program-changed-meanwhile')
    const on = clock.now().toISOString().slice(0, 10)
    const signed: Signed = { deed, on, by: member.name, role: member.role }
    // Whoever fails here lost to somebody who succeeded, so it ends.
    if (await saveEntry(db, id, log.length + 1, signed)) {
      return programFrom(assessed, await listEntries(db, id))
    }
  }
}
