import type { Assessment } from '../assessments/contract.ts'
import { everyAssessmentIn } from '../assessments/find-assessment.ts'
import { frozenManifestOf } from '../assessments/publication-plan.ts'
import type { BoxSetUp } from '../box.ts'
import { Refusal, type RefusalCode } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { Registrar } from './registrar.ts'

type Reach = Pick<Services, 'db'> & {
  readonly box: BoxSetUp
  readonly registrar: Registrar
}

type ToBring = Pick<Assessment, 'id' | 'state'>

const states = ['frozen', 'open', 'closed', 'unsealing'] as const
const worthTrying: readonly RefusalCode[] = ['ballot-box-unreachable', 'command-refused']

/**
 * After a start the ballot box is told once more how far each assessment is: if it was put back
 * from an earlier copy it waits to be opened, or takes what comes too late. A ballot box that is
 * further, because the office was put back, stays as it is.
 *
 * @returns what to call until the box was reached, as often as one likes
 */
export function bringBoxAlong(reach: Reach): () => Promise<void> {
  let left: readonly ToBring[] | null = null
  return async () => {
    left ??= await everyToBring(reach)
    const unreached: ToBring[] = []
    for (const one of left) if (!(await wasTold(reach, one))) unreached.push(one)
    left = unreached
  }
}

async function everyToBring({ db }: Reach): Promise<readonly ToBring[]> {
  const all = await Promise.all(states.map((state) => everyAssessmentIn({ db }, state)))
  return all.flat().map(({ id, state }) => ({ id, state }))
}

/** @returns false when the box could not be reached */
async function wasTold(reach: Reach, { id, state }: ToBring): Promise<boolean> {
  try {
    if (state === 'closed' || state === 'unsealing') await reach.box.close(id)
    else await publishAgain(reach, id)
    if (state === 'open') await reach.box.open(id)
    return true
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return !worthTrying.includes(error.code)
  }
}

async function publishAgain({ db, box, registrar }: Reach, id: Assessment['id']) {
  await box.prepare(id)
  const signed = await frozenManifestOf({ db }, { id })
  const unitKeys = await registrar.unitKeys.publicKeysOf(id, signed.manifest.units)
  await box.publish({ signed, unitKeys })
}
