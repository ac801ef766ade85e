/**
 * The numbers of the rule set SDC-1: how many people must stand behind a figure. A plan
 * writes them down before anybody answers; afterwards they can be raised, never lowered.
 */
export interface Thresholds {
  /** people; a smaller organization is not surveyed */
  readonly organization: number
  /** people in a reporting unit */
  readonly reportingUnit: number
  /** people; a smaller organization is shown as a whole only */
  readonly unitsFromHeadcount: number
  /** answers in the organization; with fewer it is shown as a whole only */
  readonly unitsFromAnswers: number
  /** answers behind anything at all, and behind the mean of a common need */
  readonly group: number
  /** answers behind the mean of a sensitive need */
  readonly sensitiveMean: number
  /** answers behind a share */
  readonly share: number
  /** answers behind a share of a sensitive need, organization only */
  readonly sensitiveShare: number
  /** answers behind a share of a rare need, organization only */
  readonly rareShare: number
  /** answers behind wishes and barriers, organization only */
  readonly list: number
  /** the same where the wish itself is about a sensitive need */
  readonly sensitiveList: number
  /** answers behind reliability and weighting, organization only */
  readonly reliability: number
  /** answers behind whether units differ, and how many units must be shown */
  readonly grouping: number
  readonly groupingUnits: number
  /** answers behind what goes together with work, in all and for each predictor */
  readonly drivers: number
  readonly driversEach: number
}

export const sdc1: Thresholds = {
  organization: 16,
  reportingUnit: 16,
  unitsFromHeadcount: 40,
  unitsFromAnswers: 30,
  group: 10,
  sensitiveMean: 20,
  share: 20,
  sensitiveShare: 30,
  rareShare: 100,
  list: 50,
  sensitiveList: 100,
  reliability: 50,
  grouping: 100,
  groupingUnits: 5,
  drivers: 100,
  driversEach: 10,
}

/** A plan's thresholds, each at least what SDC-1 asks for, whatever the plan says. */
export function notBelowSdc1(planned: Thresholds): Thresholds {
  const raised = Object.entries(sdc1).map(([name, floor]) => {
    const wanted = planned[name as keyof Thresholds] // entries of a Thresholds
    return [name, Math.max(floor, wanted)]
  })
  return Object.fromEntries(raised) as Thresholds // the same keys, each a number
}
