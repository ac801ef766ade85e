import type { z } from 'zod'
import type { Disclosed, Release } from '#analysis/disclosure/disclosed.ts'
import { outlineOf } from '#analysis/disclosure/outline.ts'
import { assessNeeds } from '#analysis/needs/assess-needs.ts'
import { findDifferences } from '#analysis/needs/differences.ts'
import { missingSources } from '#analysis/needs/missing-sources.ts'
import type { Needs } from '#analysis/needs/need.ts'
import { compareWaves } from '#analysis/needs/wave-change.ts'
import { recommend } from '#analysis/recommendation/recommend.ts'
import type { Testimony } from '#analysis/sources/evidence.ts'
import { write } from '../doors.ts'
import { answerOffThread } from '../jobs/off-thread.ts'
import { readRelease } from '../tally/stored-release.ts'
import type { Assessed, ToAssess } from './assess.ts'
import { Results } from './contract.ts'

answerOffThread<ToAssess>(
  ({ release: stored, before, testimony, validation, seed }): Assessed => {
    const release = readRelease(stored)
    const assessed = assessNeeds(release, testimony, { seed, validation })
    const changes = before && {
      name: before.name,
      releasedOn: before.releasedOn,
      constructs: compareWaves(readRelease(before.release), release, before.same),
    }
    const { needs } = assessed
    return {
      outline: outlineOf(release),
      needs,
      recommendations: recommend(release, testimony, assessed),
      results: write(Results, {
        release,
        needs,
        differences: findDifferences(release),
        changes,
        sources: sourcesOf(release, testimony, needs),
      }),
    }
  },
)

function sourcesOf(
  release: Disclosed<Release>,
  testimony: Testimony,
  needs: Needs,
): z.input<typeof Results>['sources'] {
  const topics = Object.entries(testimony.focusGroups).map(([construct, evidence]) => [
    construct,
    { asked: evidence.groupsProbed, raised: evidence.groupsRaised },
  ])
  return {
    focusGroups: testimony.groups,
    interviews: testimony.interviews,
    coverage: testimony.managerCoverage,
    topics: Object.fromEntries(topics),
    missing: missingSources(release, needs),
  }
}
