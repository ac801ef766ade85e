/** As results do: what tells of fewer than ten people may tell of one of them. */
const fewestPeople = 10

/**
 * Whether an hour that stands beside what was done for so many people would tell when one of them
 * answers: whoever gets a letter or an envelope tends to open it soon.
 */
export function isFew(people: number): boolean {
  return people < fewestPeople
}
