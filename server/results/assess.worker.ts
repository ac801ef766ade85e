import { restoreRelease } from '#analysis/disclosure/restore-release.ts'
import { assessNeeds } from '#analysis/needs/assess-needs.ts'
import { recommend } from '#analysis/recommendation/recommend.ts'
import { answerOffThread } from '../jobs/off-thread.ts'
import type { ToAssess } from './assess.ts'

answerOffThread<ToAssess>(({ release, testimony, seed }) => {
  const disclosed = restoreRelease(release)
  const assessed = assessNeeds(disclosed, testimony, { seed })
  return {
    needs: assessed.needs,
    recommendations: recommend(disclosed, testimony, assessed),
  }
})
