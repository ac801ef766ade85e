import type { Cast } from './cast.ts'
import { type BucketPlace, type Layout, placingOf } from './layout.ts'
import type { SlotReach } from './open-buckets.ts'
import { drawn } from './shuffle.ts'
import { nullifierIn } from './slot.ts'
import type { StoreKey } from './store-keys.ts'

const leastTogether = 8

/**
 * Chooses the buckets that a group of casts writes: those where the ballots belong, and others
 * to hide them among. PostgreSQL marks every row with the transaction that wrote it last, and
 * two copies of a database file differ where it was written in between. So at least eight
 * buckets are written together, first of the same units: somebody who casts alone has their
 * unit of up to 256 people written whole, and under load casts hide one another.
 */
export function companionsOf(
  { layout, key }: SlotReach,
  casts: readonly Cast[],
): readonly BucketPlace[] {
  const homes = casts.flatMap((cast) => homeOf(cast, layout, key))
  const chosen = new Set(homes)
  const units = new Set(homes.map(({ unit }) => unit))
  const ofUnits = [...units].flatMap((unit) => layout.units.get(unit) ?? [])
  addSome(chosen, ofUnits, leastTogether - chosen.size)
  addSome(chosen, layout.places, leastTogether - chosen.size)
  return [...chosen]
}

/** @returns none for a unit there is not */
function homeOf(cast: Cast, { units }: Layout, key: StoreKey): readonly BucketPlace[] {
  const places = units.get(cast.unit) ?? []
  if (places.length === 0) return []
  const nullifier = cast.kind === 'put' ? nullifierIn(cast.slot) : cast.nullifier
  const { home } = placingOf(key.placing, nullifier, places.length)
  return places.slice(home, home + 1)
}

/** Adds so many of the places that are not chosen yet, each as likely. */
function addSome(
  chosen: Set<BucketPlace>,
  places: readonly BucketPlace[],
  missing: number,
): void {
  if (missing <= 0) return
  const free = places.filter((place) => !chosen.has(place))
  for (const place of drawn(free, missing)) chosen.add(place)
}
