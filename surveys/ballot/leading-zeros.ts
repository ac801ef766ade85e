/** FIPS 180-4, 4.2.2 and 5.3.3: fractions of the cube and square roots of the first primes. */
const primes: number[] = []
for (let number = 2; primes.length < 64; number += 1) {
  if (primes.every((prime) => number % prime)) primes.push(number)
}
const fraction = (root: number): number => ((root - Math.floor(root)) * 2 ** 32) | 0
const constants = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)))
const start = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)))

const bytes = new Uint8Array(64)
const block = new DataView(bytes.buffer)
const words = new Int32Array(64)
const longest = 55

/**
 * How many zeros the SHA-256 of a message begins with, up to 32. WebCrypto answers each question
 * for its own some time later, which takes longer than the hash.
 *
 * @param message at most 55 bytes, which fill one block
 */
export function leadingZeros(message: Uint8Array): number {
  if (message.length > longest) throw new RangeError('expected at most 55 bytes')
  bytes.fill(0)
  bytes.set(message)
  bytes[message.length] = 0x80
  block.setUint32(60, message.length * 8)
  return Math.clz32(firstWord())
}

/** FIPS 180-4, 6.2.2, up to the first word of the digest. Nothing is made anew: it runs often. */
function firstWord(): number {
  for (let at = 0; at < 16; at += 1) words[at] = block.getInt32(at * 4)
  for (let at = 16; at < 64; at += 1) {
    const early = words[at - 15] as number
    const late = words[at - 2] as number
    const one = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)
    const other = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10)
    words[at] = (words[at - 16] as number) + one + (words[at - 7] as number) + other
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = start
  const first = a
  for (let at = 0; at < 64; at += 1) {
    const mixed = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
    const chosen = (e & f) ^ (~e & g)
    const round = (constants[at] as number) + (words[at] as number)
    const one = (h + mixed + chosen + round) | 0
    const most = (a & b) ^ (a & c) ^ (b & c)
    const other = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + most) | 0
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + other) | 0
  }
  return (first + a) | 0
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}
