import { at } from './at.ts'
import { drawBinomial } from './binomial.ts'
import type { Random } from './random.ts'

/** How to draw rows with replacement, again and again. */
export interface Resampling {
  /** how many resamples, 1 or more */
  readonly count: number
  /**
   * Fills in the rows of a resample. They stand in no meaningful order: a statistic must
   * not depend on it.
   *
   * @param resample which one, 0 to count − 1, in order
   * @param rows as many entries as there are rows to draw from
   */
  readonly draw: (resample: number, rows: Uint32Array) => void
}

/**
 * Resamples drawn at random: every row with the same chance each time.
 *
 * @throws RangeError unless `count` is a whole number of 1 or more
 */
export function randomResampling(random: Random, count: number): Resampling {
  if (!Number.isInteger(count) || count < 1) {
    throw new RangeError(`expected one resample or more, got ${count}`)
  }
  return {
    count,
    draw: (_, rows) => spread(random, rows, 0, rows.length, 0, rows.length),
  }
}

/**
 * Resamples drawn elsewhere.
 *
 * @param resamples the rows of each, counted from 0
 * @throws RangeError without resamples; when drawing, also where one has another length
 *   than there are rows or names a row that is not there
 */
export function givenResampling(resamples: readonly ArrayLike<number>[]): Resampling {
  if (resamples.length === 0) throw new RangeError('expected one resample or more, got 0')
  const draw = (resample: number, rows: Uint32Array): void => {
    const given = resamples[resample]
    if (given?.length !== rows.length) {
      throw new RangeError(`expected ${rows.length} rows, got ${given?.length ?? 'none'}`)
    }
    for (let i = 0; i < rows.length; i++) {
      const row = at(given, i)
      if (!(Number.isInteger(row) && row >= 0 && row < rows.length)) {
        throw new RangeError(`expected a row below ${rows.length}, got ${row}`)
      }
      rows[i] = row
    }
  }
  return { count: resamples.length, draw }
}

/** Rows in a block: one byte names a row, and one random number holds six of them. */
const block = 256
const threeBytes = 2 ** 24

/**
 * Fills entries `from` to `to` of `rows`, drawing from the rows `first` to
 * `first + size − 1`.
 *
 * How many fall into either half is a binomial draw; halves are halved down to blocks, in
 * which every row has the same chance. The counts are distributed as those of drawing row
 * by row, in half the time.
 *
 * @see Devroye (1986), Non-Uniform Random Variate Generation, XI.1.4
 */
function spread(
  random: Random,
  rows: Uint32Array,
  from: number,
  to: number,
  first: number,
  size: number,
): void {
  if (size > block) {
    const left = block * Math.ceil(size / block / 2)
    const middle = from + drawBinomial(random, to - from, left / size)
    spread(random, rows, from, middle, first, left)
    spread(random, rows, middle, to, first + left, size - left)
  } else if (size === block) {
    spreadOverBlock(random, rows, from, to, first)
  } else {
    for (let i = from; i < to; i++) rows[i] = first + Math.floor(random() * size)
  }
}

function spreadOverBlock(
  random: Random,
  rows: Uint32Array,
  from: number,
  to: number,
  first: number,
): void {
  let i = from
  for (; i + 6 <= to; i += 6) {
    const number = random() * threeBytes
    const high = Math.floor(number)
    const low = Math.floor((number - high) * threeBytes)
    rows[i] = first + (high & 255)
    rows[i + 1] = first + ((high >> 8) & 255)
    rows[i + 2] = first + (high >> 16)
    rows[i + 3] = first + (low & 255)
    rows[i + 4] = first + ((low >> 8) & 255)
    rows[i + 5] = first + (low >> 16)
  }
  for (; i < to; i++) rows[i] = first + Math.floor(random() * block)
}
