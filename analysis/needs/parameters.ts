/**
 * The judgement in the method, all of it in one place: expert defaults until a panel of
 * occupational psychologist, EAP professional, occupational physician and staff
 * representative has set them. They are printed with every report, under this version;
 * a number is never changed without a new one.
 */
export const parameters = {
  version: 'BRIDGE-1',

  prevalence: {
    /** σ, logits: how far those who did not answer may differ from those who did */
    nonresponse: 0.5,
    /** σ of the second line that shows what a larger difference would mean */
    stressedNonresponse: 1,
    /** ρ, 0–1: how much of that difference all needs have in common */
    shared: 0.5,
    /** weight of the pooled rate in each of several strata, in answers */
    priorAnswers: 4,
    /** inside the interval of people concerned */
    level: 0.95,
  },

  equity: {
    /** share of the most burdened group in the rate a need is judged by */
    weight: 0.25,
    /** answers a group must have to be looked at by itself */
    leastAnswers: 20,
    /** answers outside a group, for it to be compared with the whole */
    leastOthers: 10,
    /** weight of the whole organization's rate in a group's, in answers */
    priorAnswers: 10,
    /** a group is a target when it is this much above the whole … */
    targetDifference: 0.1,
    /** … with this probability, and notably different (see `differences`) */
    targetProbability: 0.8,
  },

  differences: {
    /** share of false ones among the differences that are called notable */
    falseDiscovery: 0.1,
  },

  seriousness: {
    /** how much severity, share of high need, and impact on work count */
    severity: 0.5,
    shareHigh: 0.3,
    workImpact: 0.2,
  },

  /** τ: the burden (serious cases per employee) at which 63 % of the scale is reached */
  burdenScale: 0.15,

  /** how much each source counts at full quality */
  sources: { survey: 0.6, focusGroups: 0.25, managers: 0.15 },

  /** where a source has full quality */
  fullQuality: { responseRate: 0.6, groups: 3, managerCoverage: 0.6 },

  /** what a response rate nobody knows is read as */
  unknownResponseRate: 0.3,

  /** below so many people the survey says nothing, and the program is chosen by talking */
  leastPeople: 25,

  /** inside the interval of a need */
  needLevel: 0.9,

  /** how far the simulation lets the judgement itself vary */
  simulation: {
    draws: 2000,
    /** standard deviation of log τ */
    burdenScale: 0.15,
    /** Dirichlet weights: the larger, the closer to the defaults */
    sources: 40,
    matchWeights: 30,
    /** evidence is taken times 1 ± this */
    evidence: 0.15,
  },

  match: {
    /** λ: how much the best, second and third answered need count */
    weights: [0.7, 0.2, 0.1],
  },

  priority: {
    /** what is left of a match without any evidence */
    withoutEvidence: 0.6,
    /** what is left of it when nobody wants it */
    withoutWish: 0.7,
    /** share of wishes from which more do not count more */
    fullWish: 0.3,
    /** f where nobody was asked */
    unknownWish: 0.5,
  },

  tiers: {
    /** the line a recommended component stands above, on 0–100 */
    line: 30,
    lowerLine: 20,
    recommend: 0.8,
    consider: 0.5,
    /** how often a component is among so many first is printed; nothing is decided by it */
    firstRanks: 5,
  },

  rules: {
    /** R2: need from which a hazard at work must be addressed */
    hazard: 45,
    /** R2: least fit of the primary component that addresses it */
    hazardFit: 0.6,
    /** R3b: least fit of the component that goes with a reached level */
    levelFit: 0.7,
    /** R3, R3b: probability from which a level counts as reached */
    levelReached: 0.5,
    /** R4: need of trust, or fear, that comes before promotion */
    trust: 65,
    /** below this response rate nothing is recommended */
    leastResponseRate: 0.3,
  },

  portfolio: {
    /** what is left of a fit without any evidence */
    withoutEvidence: 0.6,
    /** what is left of it when nobody wants it */
    withoutWish: 0.5,
    /** least fit of a component that covers a high need */
    coverFit: 0.7,
    /** how much less and how much more money is looked at beside the budget */
    neighbour: 0.2,
    /** below so many answers the program is chosen by talking */
    leastAnswers: 10,
  },
} as const
