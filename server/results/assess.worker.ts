import { restoreRelease } from '#analysis/disclosure/restore-release.ts'
import { assessNeeds } from '#analysis/needs/assess-needs.ts'
import { findDifferences } from '#analysis/needs/differences.ts'
import { recommend } from '#analysis/recommendation/recommend.ts'
import { answerOffThread } from '../jobs/off-thread.ts'
import type { Computed, ToAssess } from './assess.ts'

answerOffThread<ToAssess>(({ release, testimony, seed }): Computed => {
  const disclosed = restoreRelease(release)
  const assessed = assessNeeds(disclosed, testimony, { seed })
  return {
    needs: assessed.needs,
    differences: findDifferences(disclosed),
    recommendations: recommend(disclosed, testimony, assessed),
  }
})
