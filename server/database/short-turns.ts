/** What comes together may go on so long before others get their turn. */
const longestMilliseconds = 10

/**
 * Divides work among turns of the event loop. A port that messages keep arriving at delivers up
 * to a thousand of them in one turn, and whoever asks a database again at every answer would
 * keep everybody else waiting meanwhile, for 170 ms with 2,000 reporting units.
 *
 * @param now milliseconds of any clock that does not go back
 * @returns does something at once, or in the next turn where this one has lasted; in order
 */
export function inShortTurns(
  now: () => number = () => performance.now(),
): (work: () => void) => void {
  let began: number | null = null
  return (work) => {
    if (began === null) {
      began = now()
      setImmediate(() => {
        began = null
      })
    }
    if (now() - began < longestMilliseconds) work()
    else setImmediate(work)
  }
}
