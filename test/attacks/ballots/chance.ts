/** What guessing brings, so that an attack that only guesses is not taken for one that knows. */

/** A coin is so many standard deviations off once in eighty million times. */
const standardDeviations = 5.7

/**
 * The most hits of guesses with an expected sum of hits, beyond which it was not chance: the
 * hits of a random matching are as spread as a Poisson count, whose tail Chernoff bounds: one
 * run in nine million goes beyond.
 *
 * @param expected 1 for each matching of n things to n things
 */
export function mostHitsByChance(expected: number): number {
  let hits = Math.ceil(expected)
  while (expected - hits + hits * Math.log(hits / expected) < 16) hits += 1
  return hits
}

/** The most correct answers of a coin in so many questions, beyond which it was no coin. */
export function mostRightByChance(questions: number): number {
  return questions / 2 + (standardDeviations * Math.sqrt(questions)) / 2
}
