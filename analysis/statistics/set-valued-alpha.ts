import { type Estimate, estimated, refused } from './estimate.ts'

type Labels = ReadonlySet<string>

/**
 * MASI distance of two sets of labels: how far they are from saying the same.
 *
 *   δ = 1 − J · M,  J = |A ∩ B| / |A ∪ B|
 *
 * M is 1 where the sets are equal, 2/3 where one holds the other, 1/3 where they overlap, 0
 * where they have nothing in common. Two empty sets are equal.
 *
 * @returns 0 to 1
 * @see Passonneau (2006), Measuring agreement on set-valued items, LREC, 831–836
 */
export function masiDistance(one: Labels, other: Labels): number {
  const common = one.intersection(other).size
  const all = one.union(other).size
  if (common === all) return 0
  if (common === 0) return 1
  const monotone = common === Math.min(one.size, other.size) ? 2 / 3 : 1 / 3
  return 1 - (common / all) * monotone
}

/**
 * Krippendorff's α of sets of labels: how far raters who may give any number of labels to
 * each unit agree beyond chance.
 *
 *   α = 1 − Dₒ/Dₑ
 *   Dₒ = 1/N · Σᵤ Σᵢ≠ⱼ δ(Vᵢ, Vⱼ)/(mᵤ − 1),  Dₑ = 1/(N(N − 1)) · Σᵢ≠ⱼ δ(Vᵢ, Vⱼ)
 *
 * mᵤ ratings of unit u, N of all units that have two or more; δ the MASI distance. With one
 * label each it is the nominal α.
 *
 * @param units the sets each unit got, one for each rater who rated it; an empty set is a
 *   rating, too
 * @returns at most 1; 0 by chance; refused when no unit has two ratings, or when all are equal
 * @see Krippendorff (2019), Content Analysis, 4th ed., ch. 12; Passonneau (2006), LREC,
 *   831–836. Tested against the nominal α and numbers worked out by hand.
 */
export function alphaOfSets(
  units: readonly (readonly Labels[])[],
): Estimate<'no-unit-with-two-ratings' | 'ratings-do-not-vary'> {
  const pairable = units.filter((ratings) => ratings.length >= 2)
  if (pairable.length === 0) return refused('no-unit-with-two-ratings')
  const ratings = pairable.flat()
  const byChance = differences(ratings)
  if (byChance === 0) return refused('ratings-do-not-vary')

  const within = pairable.reduce(
    (sum, unit) => sum + differences(unit) / (unit.length - 1),
    0,
  )
  return estimated(1 - ((ratings.length - 1) * within) / byChance)
}

/** Σᵢ≠ⱼ δ(Vᵢ, Vⱼ), equal sets taken together. */
function differences(sets: readonly Labels[]): number {
  const counts = new Map<string, { readonly set: Labels; count: number }>()
  for (const set of sets) {
    const key = JSON.stringify([...set].toSorted())
    const same = counts.get(key) ?? { set, count: 0 }
    same.count += 1
    counts.set(key, same)
  }
  const kinds = [...counts.values()]
  let sum = 0
  kinds.forEach((one, i) => {
    for (const other of kinds.slice(i + 1)) {
      sum += 2 * one.count * other.count * masiDistance(one.set, other.set)
    }
  })
  return sum
}
