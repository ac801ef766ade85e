import type { Published } from '#analysis/report/origin.ts'
import type { Testimony } from '#analysis/sources/evidence.ts'
import { questionsOfManifest } from '#surveys/compose.ts'
import type { OwnQuestion } from '#surveys/own-question.ts'
import type { ReleasedAssessment } from '../assessments/contract.ts'
import { frozenManifestOf } from '../assessments/publication-plan.ts'
import { testimonyOf } from '../results/assess.ts'
import { storedReleaseOf } from '../results/whole-release.ts'
import type { Services } from '../services.ts'

/** What every output is made from: it never changes after the release. */
export interface ReleaseFacts {
  readonly published: Published
  /** as it is stored */
  readonly release: string
  /** what the organization asked beside ours, in its words */
  readonly own: readonly OwnQuestion[]
  /** what was let in with the release, and nothing later */
  readonly testimony: Testimony
  /** the same assessment always draws the same numbers */
  readonly seed: string
}

export async function releaseFactsOf(
  { db }: Pick<Services, 'db'>,
  assessment: ReleasedAssessment,
): Promise<ReleaseFacts> {
  const { id, organization, example, name, releasedOn, surveyNumber, contacts } =
    assessment
  const testimony = await testimonyOf({ db }, assessment, 'release')
  const { manifest } = await frozenManifestOf({ db }, assessment)
  return {
    published: {
      organization,
      example,
      name,
      releasedOn,
      surveyNumber,
      smallestGroup: manifest.smallestGroup,
      focusGroups: testimony.groups,
      interviews: testimony.interviews,
      contacts,
    },
    release: await storedReleaseOf({ db }, id),
    own: questionsOfManifest(manifest).own,
    testimony,
    seed: id,
  }
}
