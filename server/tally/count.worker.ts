import { answerOffThread } from '../jobs/off-thread.ts'
import type { Counted, PartToCount, ToCount } from './count-once.ts'
import { storeRelease } from './stored-release.ts'
import { type SomeBallots, tallyBallots } from './tally-ballots.ts'

answerOffThread<ToCount, PartToCount>(async (input, parts): Promise<Counted> => {
  const { holders, partsOfEach, ...rest } = input
  const handed = parts[Symbol.asyncIterator]()
  const delivered: { trustee: string; parts: string[] }[] = []
  for (const trustee of holders) {
    const ofOne: string[] = []
    while (ofOne.length < partsOfEach) ofOne.push(sharesIn(await handed.next()))
    delivered.push({ trustee, parts: ofOne })
  }
  const tallied = await tallyBallots({ ...rest, delivered }, ballotsIn(handed))
  if (tallied.kind !== 'tallied') return tallied
  return { ...tallied, release: storeRelease(tallied.release) }
})

function sharesIn({ value }: IteratorResult<PartToCount>): string {
  if (typeof value === 'string') return value
  throw new Error('expected shares')
}

async function* ballotsIn(
  handed: AsyncIterator<PartToCount>,
): AsyncGenerator<SomeBallots> {
  for (let next = await handed.next(); !next.done; next = await handed.next()) {
    if (typeof next.value !== 'string') yield next.value
  }
}
