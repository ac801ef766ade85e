import { logExcess, stirlingError } from './log-gamma.ts'

/**
 * Iₓ(a, b): what part of the beta distribution lies at or below x.
 *
 *   Iₓ(a, b) = xᵃ(1 − x)ᵇ / B(a, b) · 1/(β₁ + α₂/(β₂ + α₃/(β₃ + …)))
 *
 * @param x 0 to 1
 * @param a above 0 (from 1e−100 to 1e100)
 * @param b likewise
 * @param rest 1 − x, where it is known to more digits than x leaves of it
 * @returns 0 to 1
 * @throws RangeError otherwise
 * @see DiDonato & Morris (1992), ACM Transactions on Mathematical Software 18, 360–373
 *   (the fraction); Loader (2000), Fast and Accurate Computation of Binomial
 *   Probabilities (the factor in front). Tested against R.
 */
export function regularisedBeta(x: number, a: number, b: number, rest = 1 - x): number {
  if (!(x >= 0 && x <= 1 && rest >= 0 && rest <= 1)) {
    throw new RangeError(`expected x from 0 to 1, got ${x} and ${rest}`)
  }
  checkShapes(a, b)
  if (x === 0 || rest === 0) return x === 0 ? 0 : 1
  // The fraction converges fast on the near side of the mean only.
  if (x <= (a + 1) / (a + b + 2)) return front(x, rest, a, b) * fraction(x, rest, a, b)
  return 1 - front(x, rest, a, b) * fraction(rest, x, b, a)
}

/**
 * The value below which a share p of the beta distribution lies.
 *
 * Newton's steps on `regularisedBeta`, halved wherever they would leave the bracket.
 *
 * @param p 0 to 1
 * @param a above 0 (from 1e−100 to 1e100)
 * @param b likewise
 * @returns 0 to 1
 * @throws RangeError otherwise
 * @see Tested against R.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`expected a share from 0 to 1, got ${p}`)
  checkShapes(a, b)
  if (p === 0 || p === 1) return p

  let low = 0
  let high = 1
  let x = a / (a + b)
  for (let step = 0; step < 1100; step++) {
    const excess = regularisedBeta(x, a, b) - p
    if (excess > 0) high = x
    else low = x
    const newton = x - (excess * x * (1 - x)) / front(x, 1 - x, a, b)
    const next = newton > low && newton < high ? newton : (low + high) / 2
    if (Math.abs(next - x) <= 2e-16 * next) return next
    x = next
  }
  return x
}

/** xᵃyᵇ / B(a, b), x + y = 1, by how far x and y are from where the power is greatest. */
function front(x: number, y: number, a: number, b: number): number {
  const both = a + b
  const power =
    a * logExcess((x * both) / a) +
    b * logExcess((y * both) / b) +
    stirlingError(both) -
    stirlingError(a) -
    stirlingError(b)
  return Math.sqrt((a / both) * (b / (2 * Math.PI))) * Math.exp(power)
}

/** The continued fraction, by Lentz's method; letters as in DiDonato & Morris. */
function fraction(x: number, y: number, a: number, b: number): number {
  const lambda = x < y ? a - (a + b) * x : (a + b) * y - b
  let value = (a / (a + 1)) * (lambda + 1)
  let c = value
  let d = 0
  for (let n = 1; n < 1e6; n++) {
    const place = a + 2 * n
    const over = (n * (b - n) * x) / (place - 1)
    const alpha = ((a + n - 1) / (place - 1)) * (a + b + n - 1) * x * over
    const beta = n + over + ((a + n) / (place + 1)) * (lambda + 1 + n * (1 + y))
    d = 1 / (beta + alpha * d)
    c = beta + alpha / c
    value *= c * d
    if (Math.abs(c * d - 1) < 4e-16) break
  }
  return 1 / value
}

function checkShapes(a: number, b: number): void {
  for (const shape of [a, b]) {
    if (shape >= 1e-100 && shape < 1e100) continue
    throw new RangeError(`expected two shapes above 0, got ${a} and ${b}`)
  }
}
