import { answerOffThread } from '#server/jobs/off-thread.ts'

/** Takes all the time there is, or all the memory. */
answerOffThread<'for-ever' | 'growing'>((what) => {
  const kept: object[] = []
  for (;;) if (what === 'growing') kept.push({ at: kept.length })
})
