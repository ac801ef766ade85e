import { randomInt, timingSafeEqual } from 'node:crypto'
import type { Binding, BindingOutcome } from './binding.ts'
import { OpenBlobs, type ParticipationReach, reachParticipation } from './open-blobs.ts'
import type { ParticipationStore } from './open-participation.ts'
import { boundMark, DamagedParticipation, freeMark } from './sealed-blob.ts'
import { lockParticipation, type UnitPlaces } from './store.ts'

const leastTogether = 8

/**
 * Writes several bindings in one transaction: all are durable when it returns, or none is and
 * it throws. At least eight units are written each time, or all there are: which of them
 * somebody collected in shows neither in a row's last transaction nor in two copies compared.
 */
export async function commitBindings(
  store: ParticipationStore,
  assessment: string,
  bindings: readonly Binding[],
): Promise<readonly BindingOutcome[]> {
  return store.db.transaction().execute(async (db) => {
    await lockParticipation(db, assessment)
    const reach = await reachParticipation(store, db, assessment)
    const blobs = new OpenBlobs(reach)
    const written = writtenWith(reach, bindings)
    await blobs.fetch(written)
    const outcomes: BindingOutcome[] = []
    for (const binding of bindings) {
      outcomes.push(await orDamage(() => apply(reach, blobs, binding)))
    }
    for (const unit of written) await orDamage(() => blobs.marks(unit))
    await blobs.save()
    return outcomes
  })
}

/** @throws RangeError for a place that its unit does not have */
async function apply(
  { units }: ParticipationReach,
  blobs: OpenBlobs,
  binding: Binding,
): Promise<BindingOutcome> {
  const { place } = binding
  const unit = units.get(binding.unit)
  const marks = unit && (await blobs.marks(unit))
  const mark = marks?.[place]
  if (!unit || !mark) throw new RangeError('expected a place of a unit')

  const free = freeMark(blobs.seal(unit), place)
  const isFree = timingSafeEqual(mark, free)
  if (binding.kind === 'release') {
    marks[place] = free
    return isFree ? 'free' : 'released'
  }
  const bound = boundMark(blobs.seal(unit), place, binding.blinded)
  if (isFree) {
    marks[place] = bound
    return 'new'
  }
  return timingSafeEqual(mark, bound) ? 'same' : 'other'
}

/** The units concerned, and random others to hide them among. */
function writtenWith(
  { units }: ParticipationReach,
  bindings: readonly Binding[],
): readonly UnitPlaces[] {
  const ids = new Set(bindings.map(({ unit }) => unit))
  const concerned = [...units.values()].filter(({ id }) => ids.has(id))
  const others = [...units.values()].filter(({ id }) => !ids.has(id))
  const missing = Math.min(leastTogether - concerned.length, others.length)
  const companions = Array.from({ length: Math.max(missing, 0) }, () => {
    const at = randomInt(others.length)
    return others.splice(at, 1)
  })
  return [...concerned, ...companions.flat()]
}

async function orDamage<Outcome>(
  work: () => Promise<Outcome>,
): Promise<Outcome | DamagedParticipation> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof DamagedParticipation) return error
    throw error
  }
}
