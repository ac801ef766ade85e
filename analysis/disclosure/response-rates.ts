import { rateBand } from './bands.ts'
import { checkBallots } from './check-counts.ts'
import type { CountTable } from './counts.ts'
import type { Disclosed, RateBand } from './disclosed.ts'
import { mint } from './mint.ts'
import type { PublicationPlan } from './publication-plan.ts'
import { addUp, ballotsAsCounts } from './totals.ts'

/** How many have answered so far, in bands. */
export interface ResponseRates {
  readonly organization: RateBand
  /** by unit id */
  readonly units: Readonly<Record<string, RateBand>>
}

/**
 * The response rates that may be seen while an assessment is open (rule R12). They change
 * in steps of at least five people; who shows them sees to it that they change once a day.
 *
 * @param ballots how many have answered, by reporting unit
 * @throws RangeError for an unknown unit, or for more ballots than people
 */
export function discloseResponseRates(
  plan: PublicationPlan,
  ballots: CountTable['ballots'],
): Disclosed<ResponseRates> {
  checkBallots(plan, ballots)
  const totals = addUp(plan, ballotsAsCounts(ballots))
  const { headcount } = plan.organization
  const units = plan.units.map((unit) => {
    const n = totals.units.get(unit.id)?.n ?? 0
    return [unit.id, rateBand(n, unit.headcount)]
  })
  return mint({
    organization: rateBand(totals.organization.n, headcount),
    units: Object.fromEntries(units),
  })
}
