import { sdc1 } from '../disclosure/rules.ts'

/** Fewer people than this, but for none at all, could be named by whoever knows the place. */
export const fewestPeople = 5

/** How many years back a figure still says something about today. */
export const oldestYears = 5

/** Letters in which a source can be named. */
export const longestSource = 60

/** The limits as sentences name them. */
export const limitWords = {
  fewest: fewestPeople,
  large: sdc1.unitsFromHeadcount,
  interviews: sdc1.group,
  years: oldestYears,
  most: longestSource,
} as const
