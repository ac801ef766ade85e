import type { ComponentId } from '#analysis/recommendation/components.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { adoptedProgram } from '../programs/adopted-program.ts'
import type { Services } from '../services.ts'
import type { SayDone } from './contract.ts'
import { lastOf } from './record-action.ts'
import { listEntries } from './store.ts'

/** What was said last of a component. */
export interface WasDone {
  readonly component: ComponentId
  readonly standing: SayDone['done']
}

/**
 * How far each component of the adopted program was carried out, as was said last; nobody in
 * particular asks.
 *
 * @returns null where nothing has been said of any
 */
export async function whatWasDone(
  { db }: Pick<Services, 'db'>,
  id: AssessmentId,
): Promise<readonly WasDone[] | null> {
  const program = await adoptedProgram({ db }, id)
  const log = await listEntries(db, id)
  const done = (program?.components ?? []).flatMap((component) => {
    const said = lastOf('said', log, component)
    return said ? [{ component, standing: said.done }] : []
  })
  return done.length > 0 ? done : null
}
