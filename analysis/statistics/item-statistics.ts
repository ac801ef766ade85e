import { at } from './at.ts'
import type { Covariances } from './covariance.ts'
import { cronbachAlpha } from './cronbach-alpha.ts'
import { type Estimate, estimated, refused } from './estimate.ts'

/** How one item stands to the others of its scale. */
export interface ItemStatistics {
  /** correlation with the sum of the others, −1 to 1 */
  readonly itemRest: Estimate<'does-not-vary'>
  /** Cronbach's α of the others */
  readonly alphaWithout: Estimate<'sums-do-not-vary' | 'only-one-item-left'>
}

/**
 * Item–rest correlations, and α without each item.
 *
 *   rᵢ = Σⱼ≠ᵢ cᵢⱼ / √(cᵢᵢ · s²ᵢ₋),  s²ᵢ₋ = Σ of the covariances without row and column i
 *
 * @returns one for each item, in order
 * @throws RangeError with fewer than two items
 * @see Tested against R and against surveys analysed in R.
 */
export function itemStatistics(covariances: Covariances): readonly ItemStatistics[] {
  const { size } = covariances
  if (size < 2) throw new RangeError(`expected at least two items, got ${size}`)
  return Array.from({ length: size }, (_, item) => {
    const others = without(covariances, item)
    return {
      itemRest: itemRest(covariances, item, others.values),
      alphaWithout: size > 2 ? cronbachAlpha(others) : refused('only-one-item-left'),
    }
  })
}

function itemRest(
  { size, values }: Covariances,
  item: number,
  others: Float64Array,
): ItemStatistics['itemRest'] {
  const own = at(values, item * size + item)
  const ofRest = others.reduce((sum, value) => sum + value, 0)
  let shared = -own
  for (let j = 0; j < size; j++) shared += at(values, item * size + j)
  const scale = Math.sqrt(own) * Math.sqrt(Math.max(0, ofRest))
  return scale > 0 ? estimated(shared / scale) : refused('does-not-vary')
}

/** The covariances of all items but one. */
function without(
  { size, values }: Covariances,
  item: number,
): Pick<Covariances, 'size' | 'values'> {
  const kept = values.filter((_, index) => {
    return Math.floor(index / size) !== item && index % size !== item
  })
  return { size: size - 1, values: kept }
}
