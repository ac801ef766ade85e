import { randomUUID } from 'node:crypto'
import {
  addOwnCode,
  type ChangedCodebook,
  type Codebook,
  changeOwnCode,
  isCodeOf,
  type OwnCodeId,
  retireOwnCode,
} from '#analysis/coding/codebook.ts'
import type { Facilitator } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { changeStudy } from './change-study.ts'
import type { WordCode } from './contract.ts'
import { refuseNames } from './refuse-names.ts'
import { saveCodebook } from './store.ts'

type Reach = Pick<Services, 'db' | 'clock' | 'config'>

/**
 * Adds a code that the coders found in what was said.
 *
 * @throws Refusal 'words-name-people', 'code-name-unfit', 'code-definition-unfit' or
 *   'code-name-taken'
 */
export async function addCode(
  { db, clock, config }: Reach,
  facilitator: Facilitator,
  id: AssessmentId,
  wording: WordCode,
): Promise<Codebook> {
  refuseNames({ clock, config }, id, [wording.name, wording.definition], wording.harmless)
  return changeCodebook({ db }, facilitator, id, (codebook) =>
    wordedIn(addOwnCode(codebook, { uuid: randomUUID(), ...wording })),
  )
}

/** Words a code of the coders' own anew; what has it keeps it. @throws Refusal as `addCode` */
export async function changeCode(
  { db, clock, config }: Reach,
  facilitator: Facilitator,
  id: AssessmentId,
  code: OwnCodeId,
  wording: WordCode,
): Promise<Codebook> {
  refuseNames({ clock, config }, id, [wording.name, wording.definition], wording.harmless)
  return changeCodebook({ db }, facilitator, id, (codebook) => {
    refuseUnknown(codebook, code)
    return wordedIn(changeOwnCode(codebook, code, wording))
  })
}

/** Retires a code: it is given no more, and what has it keeps it. */
export async function retireCode(
  { db }: Pick<Reach, 'db'>,
  facilitator: Facilitator,
  id: AssessmentId,
  code: OwnCodeId,
): Promise<Codebook> {
  return changeCodebook({ db }, facilitator, id, (codebook) => {
    refuseUnknown(codebook, code)
    return retireOwnCode(codebook, code)
  })
}

async function changeCodebook(
  { db }: Pick<Reach, 'db'>,
  facilitator: Facilitator,
  id: AssessmentId,
  change: (codebook: Codebook) => Codebook,
): Promise<Codebook> {
  return changeStudy({ db }, facilitator, id, async ({ transaction, study }) => {
    const changed = change(study.codebook)
    await saveCodebook(transaction, id, changed)
    return changed
  })
}

function refuseUnknown(codebook: Codebook, code: OwnCodeId): void {
  if (!isCodeOf(codebook, code)) throw new Refusal('code-not-found')
}

const unfit = {
  name: 'code-name-unfit',
  definition: 'code-definition-unfit',
  'name-taken': 'code-name-taken',
} as const

/** @throws Refusal where the codebook refuses */
export function wordedIn(changed: ChangedCodebook): Codebook {
  if (changed.kind === 'refused') throw new Refusal(unfit[changed.reason])
  return changed.codebook
}
