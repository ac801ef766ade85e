import type { Records } from '#analysis/orientation/records.ts'
import type { Member } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { runOffThread } from '../jobs/off-thread.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { Form } from './contract.ts'
import { formsOf } from './describe-program.ts'
import { recordsOf } from './records-of.ts'
import { type KeptEdit, listEdits, type MaterialKey } from './store.ts'

type Reach = Pick<Services, 'db'>

export interface ToProduce {
  readonly records: Records
  readonly edits: readonly KeptEdit[]
  readonly files: readonly FileAsked[]
}

export interface FileAsked extends MaterialKey {
  readonly form: Form
}

/** A file, or the facts that are missing for it. */
export type Produced =
  | { readonly kind: 'made'; readonly bytes: Uint8Array }
  | { readonly kind: 'incomplete'; readonly missing: readonly string[] }

/** Makes one material in one language from the adopted program and nothing else. */
export async function produceMaterial(
  { db }: Reach,
  member: Member,
  id: AssessmentId,
  file: FileAsked,
): Promise<Uint8Array> {
  if (!formsOf(file.kind).includes(file.form)) throw new Refusal('not-found')
  return produce({ db }, member, id, [file])
}

/** Every material in the languages of the assessment, packed into one archive. */
export async function produceKit(
  { db }: Reach,
  member: Member,
  id: AssessmentId,
  files: readonly FileAsked[],
): Promise<Uint8Array> {
  return produce({ db }, member, id, files)
}

async function produce(
  { db }: Reach,
  member: Member,
  id: AssessmentId,
  files: readonly FileAsked[],
): Promise<Uint8Array> {
  const { records, adopted } = await recordsOf({ db }, member, id)
  if (!adopted) throw new Refusal('program-not-adopted')
  const input: ToProduce = { records, edits: await listEdits(db, id), files }
  const produced = await runOffThread<Produced>(
    new URL('./material.worker.ts', import.meta.url),
    input,
  )
  if (produced.kind === 'made') return produced.bytes
  const problems = produced.missing.map((where) => ({ where, expected: 'a value' }))
  throw new Refusal('facts-missing', problems)
}
