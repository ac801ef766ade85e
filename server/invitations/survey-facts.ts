import type { Locale } from '#surveys/locale.ts'
import type {
  Contact,
  FrozenAssessment,
  OpenAssessment,
} from '../assessments/contract.ts'
import type { Config } from '../config.ts'

/** What mail and envelopes say about a survey: the same to everybody. */
export interface SurveyFacts {
  readonly organization: string
  readonly example: boolean
  readonly surveyNumber: string
  readonly contacts: Readonly<Partial<Record<Locale, readonly Contact[]>>>
  /** ISO date */
  readonly resultsBy: string
  /** where the survey is, without any code */
  readonly address: string
  /** where reminders are muted, without any token */
  readonly muteAddress: string
}

export function factsOf(
  config: Pick<Config, 'origin'>,
  assessment: FrozenAssessment | OpenAssessment,
): SurveyFacts {
  const { id, organization, example, contacts, resultsBy, surveyNumber } = assessment
  return {
    organization,
    example,
    surveyNumber,
    contacts,
    resultsBy: resultsBy ?? '',
    address: `${config.origin}/answer/${id}`,
    muteAddress: `${config.origin}/mute/${id}`,
  }
}
