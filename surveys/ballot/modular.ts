/** base^exponent mod n. Not in constant time: for public exponents only. */
export function power(base: bigint, exponent: bigint, n: bigint): bigint {
  let result = 1n
  let square = base % n
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % n
    square = (square * square) % n
  }
  return result
}

/** @returns the number whose product with `value` is 1 mod n; null where there is none */
export function inverse(value: bigint, n: bigint): bigint | null {
  let [rest, next] = [n, value % n]
  let [factor, nextFactor] = [0n, 1n]
  while (next !== 0n) {
    const quotient = rest / next
    ;[rest, next] = [next, rest - quotient * next]
    ;[factor, nextFactor] = [nextFactor, factor - quotient * nextFactor]
  }
  if (rest !== 1n) return null
  return factor < 0n ? factor + n : factor
}
