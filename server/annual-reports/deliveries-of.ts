import type { Deliverer } from '../accounts/access.ts'
import { assessmentsToDeliverTo } from '../assessments/find-assessment.ts'
import type { Services } from '../services.ts'
import type { Deliveries } from './contract.ts'
import { listReports } from './store.ts'

/** For which assessments a provider can report, and the periods that were told. No figures. */
export async function deliveriesOf(
  { db }: Pick<Services, 'db'>,
  deliverer: Deliverer,
): Promise<Deliveries> {
  const found = await assessmentsToDeliverTo({ db }, deliverer)
  const deliveries = found.map(async ({ id, name, organization }) => {
    const told = await listReports(db, id)
    return {
      id,
      name,
      organization,
      told: told.map(({ report: { from, to } }) => ({ from, to })),
    }
  })
  return { deliveries: await Promise.all(deliveries) }
}
