import { GroupCommit } from '../../database/group-commit.ts'
import type { Binding, BindingOutcome } from './binding.ts'
import { commitBindings } from './commit-bindings.ts'
import { reachParticipation } from './open-blobs.ts'
import type { ParticipationStore } from './open-participation.ts'
import { DamagedParticipation } from './sealed-blob.ts'

const mostTogether = 64

/**
 * Binds a place to the one blinded request it may have signed. Durable on return, and only
 * then may be signed.
 *
 * @param place counted from 0 in its unit
 * @returns 'new' for the first request, 'same' for the one that is bound, 'other' for any
 *   other: that one must not be signed
 * @throws RangeError for a place there is not; DamagedParticipation; NoParticipation
 */
export async function bindPlace(
  store: ParticipationStore,
  assessment: string,
  unit: string,
  place: number,
  blinded: Uint8Array,
): Promise<'new' | 'same' | 'other'> {
  const outcome = await change(store, assessment, { kind: 'bind', unit, place, blinded })
  if (outcome === 'released' || outcome === 'free') throw new Error('not bound')
  return outcome
}

/** Frees a place for a new request. @returns false when it was free */
export async function releasePlace(
  store: ParticipationStore,
  assessment: string,
  unit: string,
  place: number,
): Promise<boolean> {
  return (
    (await change(store, assessment, { kind: 'release', unit, place })) === 'released'
  )
}

async function change(
  store: ParticipationStore,
  assessment: string,
  binding: Binding,
): Promise<Exclude<BindingOutcome, DamagedParticipation>> {
  await refuseNoPlace(store, assessment, binding)
  const outcome = await bindingOf(store, assessment).add(binding)
  if (outcome instanceof DamagedParticipation) throw outcome
  return outcome
}

/** Asked before it joins others, whom it would fail with it. */
async function refuseNoPlace(
  store: ParticipationStore,
  assessment: string,
  { unit, place }: Binding,
): Promise<void> {
  const { units } = await reachParticipation(store, store.db, assessment)
  const places = units.get(unit)?.headcount ?? 0
  if (!Number.isSafeInteger(place) || place < 0 || place >= places) {
    throw new RangeError(`expected a place from 0 to ${places - 1} of a unit`)
  }
}

function bindingOf(
  store: ParticipationStore,
  assessment: string,
): GroupCommit<Binding, BindingOutcome> {
  const known = store.binding.get(assessment)
  if (known) return known
  const binding = new GroupCommit<Binding, BindingOutcome>(
    (bindings) => commitBindings(store, assessment, bindings),
    mostTogether,
  )
  store.binding.set(assessment, binding)
  return binding
}
