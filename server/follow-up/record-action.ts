import type { Member } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { releasedAssessmentOf } from '../assessments/find-assessment.ts'
import { type AdoptedProgram, adoptedProgram } from '../programs/adopted-program.ts'
import { ownersOf } from '../programs/owners-of.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { Actions, Deed, Entry, SayDone } from './contract.ts'
import { listEntries, saveEntry } from './store.ts'

type Reach = Pick<Services, 'db' | 'clock'>

/** What was done about the program of a released assessment, as people said. */
export async function actionsOf(
  { db }: Pick<Services, 'db'>,
  member: Member,
  id: AssessmentId,
): Promise<Actions> {
  await releasedAssessmentOf({ db }, member, id)
  const program = await adoptedProgram({ db }, id)
  const owners = await ownersOf({ db }, id)
  const log = await listEntries(db, id)
  return {
    adoptedOn: program ? program.on : null,
    components: (program?.components ?? []).map((component) => ({
      component,
      review: owners.find((one) => one.component === component)?.reviewed ?? null,
      said: lastOf('said', log, component) ?? null,
    })),
    log,
    last: log.length,
  }
}

/**
 * Says what was done about a component: either side may, and what the other said stays in the
 * log. What was not done, or not wholly, takes a reason.
 *
 * @throws Refusal 'program-not-adopted', 'component-not-in-program', 'action-reason-needed',
 *   'month-in-the-future', 'actions-changed-meanwhile'
 */
export async function sayDone(
  { db, clock }: Reach,
  member: Member,
  id: AssessmentId,
  { seen, ...action }: SayDone,
): Promise<Actions> {
  await releasedAssessmentOf({ db }, member, id)
  expectIn(await adoptedProgram({ db }, id), action.component)
  if (action.done !== 'done' && action.reason === '') {
    throw new Refusal('action-reason-needed')
  }
  const month = clock.now().toISOString().slice(0, 7)
  if (action.since !== null && action.since > month)
    throw new Refusal('month-in-the-future')
  await addEntry({ db, clock }, member, id, seen, { kind: 'said', ...action })
  return actionsOf({ db }, member, id)
}

/**
 * Adds an entry to the log.
 *
 * @param seen the last entry the person has seen; undefined to have the last word
 * @throws Refusal 'actions-changed-meanwhile' when others said something of the same since
 */
export async function addEntry(
  { db, clock }: Reach,
  member: Member,
  id: AssessmentId,
  seen: number | undefined,
  deed: Deed,
): Promise<void> {
  for (;;) {
    const log = await listEntries(db, id)
    const isContested = log.some(
      ({ number, kind, component }) =>
        seen !== undefined &&
        number > seen &&
        kind === deed.kind &&
        component === deed.component,
    )
    if (isContested) throw new Refusal('actions-changed-meanwhile')
    const on = clock.now().toISOString().slice(0, 10)
    const { name: by, role } = member
    // Whoever fails here lost to somebody who succeeded, so it ends.
    if (await saveEntry(db, id, { number: log.length + 1, on, by, role, deed })) return
  }
}

type EntryOf<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>

/** What was said or decided last of a component. */
export function lastOf<Kind extends Entry['kind']>(
  kind: Kind,
  log: readonly Entry[],
  component: Entry['component'],
): EntryOf<Kind> | undefined {
  return log
    .filter((entry): entry is EntryOf<Kind> => entry.kind === kind)
    .findLast((entry) => entry.component === component)
}

function expectIn(program: AdoptedProgram | null, component: Entry['component']): void {
  if (!program) throw new Refusal('program-not-adopted')
  if (!program.components.includes(component)) {
    throw new Refusal('component-not-in-program')
  }
}
