/** What was heard at once: at the release, or later together with others that had waited. */
export type Batch<Said> = readonly Said[]

/** What some of it tells, and everything that was put together for it. */
export interface Reading<Said, Told> {
  readonly told: Told
  readonly from: Batch<Said>
}

/**
 * Reads batches that came one after another so that no two looks differ by one voice: what
 * was said is in one reading and in no other, and a further batch leaves the readings before
 * it as they were. A batch too small to tell anything is put together with the next one.
 *
 * @param read what several together tell; null while they are too few
 */
export function readInTurn<Said, Told>(
  batches: readonly Batch<Said>[],
  read: (said: Batch<Said>) => Told | null,
): readonly Reading<Said, Told>[] {
  const readings: Reading<Said, Told>[] = []
  let untold: Batch<Said> = []
  for (const batch of batches) {
    untold = [...untold, ...batch]
    const told = read(untold)
    if (told === null) continue
    readings.push({ told, from: untold })
    untold = []
  }
  return readings
}
