import { answerOffThread } from '#server/jobs/off-thread.ts'

/** Adds numbers up, list by list; refuses to go below 0. */
answerOffThread<number, readonly number[]>(async (start, lists) => {
  const sums: number[] = []
  for await (const list of lists) sums.push(list.reduce((sum, one) => sum + one, 0))
  if (sums.some((sum) => sum < 0)) throw new RangeError('expected sums of 0 or more')
  return [start, ...sums]
})
