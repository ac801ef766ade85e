import type { Random } from './random.ts'

/**
 * One draw from the standard normal distribution.
 *
 * Marsaglia's polar method; the second number it yields is thrown away, so that a draw
 * depends on nothing but the stream.
 *
 * @see Marsaglia & Bray (1964), SIAM Review 6, 260–264. Tested against R.
 */
export function drawNormal(random: Random): number {
  for (;;) {
    const x = 2 * random() - 1
    const y = 2 * random() - 1
    const r = x * x + y * y
    if (r > 0 && r < 1) return x * Math.sqrt((-2 * Math.log(r)) / r)
  }
}

/**
 * One draw from the gamma distribution with rate 1.
 *
 * Shapes below 1 by G(a) = G(a + 1) · U^(1/a); such a draw can be 0 for tiny shapes.
 *
 * @param shape above 0
 * @throws RangeError when the shape is not a positive number
 * @see Marsaglia & Tsang (2000), ACM Transactions on Mathematical Software 26, 363–372.
 *   Tested against R.
 */
export function drawGamma(random: Random, shape: number): number {
  if (!(shape > 0 && shape < Infinity)) {
    throw new RangeError(`expected a shape above 0, got ${shape}`)
  }
  if (shape < 1) return drawGamma(random, shape + 1) * random() ** (1 / shape)

  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = drawNormal(random)
    const v = (1 + c * x) ** 3
    if (v <= 0) continue
    const u = 1 - random()
    if (Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

/**
 * One draw from the beta distribution: G(a) / (G(a) + G(b)).
 *
 * @param a above 0
 * @param b above 0
 * @returns 0 to 1, both ends possible when a parameter is tiny
 * @throws RangeError when a parameter is not a positive number
 * @see Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions 2, ch. 25.
 *   Tested against R.
 */
export function drawBeta(random: Random, a: number, b: number): number {
  const x = drawGamma(random, a)
  const y = drawGamma(random, b)
  // Both can underflow when both shapes are tiny; all the mass is then at the two ends.
  if (x + y === 0) return random() < a / (a + b) ? 1 : 0
  return x / (x + y)
}

/**
 * One draw from the Dirichlet distribution: shares that add up to 1.
 *
 * @param weights above 0; their sum says how closely the shares keep to them
 * @throws RangeError when a weight is not a positive number, or when there is none
 * @see Devroye (1986), Non-Uniform Random Variate Generation, XI.4. Tested against R.
 */
export function drawDirichlet(
  random: Random,
  weights: readonly number[],
): readonly number[] {
  if (weights.length === 0) throw new RangeError('expected at least one weight, got none')
  const gammas = weights.map((weight) => drawGamma(random, weight))
  const total = gammas.reduce((sum, gamma) => sum + gamma, 0)
  if (total === 0) return drawDirichlet(random, weights)
  return gammas.map((gamma) => gamma / total)
}
