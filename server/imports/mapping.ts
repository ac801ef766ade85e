import { z } from 'zod'
import { type ConstructId, constructIds } from '#surveys/constructs.ts'
import { ImportProblem } from './import-problem.ts'

/** What each raw value is worth on 0–100; `null` is a missing answer. */
const Coding = z.record(z.string(), z.number().min(0).max(100).nullable())

const MappedItem = z.strictObject({
  column: z.string().min(1),
  /** the name of a coding */
  coding: z.string(),
  /** a high answer means less need */
  reversed: z.boolean().default(false),
})

const MappedConstruct = z.strictObject({
  /** what the other tool measured and how well it fits; printed in the report */
  note: z.string().min(1),
  items: z.array(MappedItem).min(1),
  /** need scores from which a person counts, where the instrument has cut-offs of its own */
  elevatedFrom: z.number().min(0).max(100).default(50),
  highFrom: z.number().min(0).max(100).default(75),
})

/** How another tool's export is read: its columns as our constructs. */
export const Mapping = z.strictObject({
  title: z.string().min(1),
  /** whose data they are, and under which licence */
  source: z.string().min(1),
  /** people of many employers are not one organization */
  manyEmployers: z.boolean(),
  unit: z
    .strictObject({
      column: z.string().min(1),
      /** names to print, by raw value; a value that is not here prints as it is */
      names: z.record(z.string(), z.string()).default({}),
    })
    .nullable(),
  /** people in each unit by raw value, where they are known */
  headcounts: z.record(z.string(), z.int().min(0)).nullable(),
  /** rows to keep: all of these columns have one of these values */
  only: z
    .array(z.strictObject({ column: z.string().min(1), in: z.array(z.string()).min(1) }))
    .default([]),
  codings: z.record(z.string(), Coding),
  constructs: z.partialRecord(
    z.enum(constructIds as [ConstructId, ...ConstructId[]]),
    MappedConstruct,
  ),
})
export type Mapping = z.infer<typeof Mapping>

/** @throws ImportProblem naming the entry that is wrong and what it takes */
export function readMapping(text: string): Mapping {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new ImportProblem(
      'mapping',
      'JSON',
      'check commas, brackets and quotation marks',
    )
  }
  const parsed = Mapping.safeParse(json)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new ImportProblem(
      `mapping, ${issue?.path.join('.') ?? ''}`,
      issue?.message ?? 'a mapping',
      'mend this entry of the mapping file',
    )
  }
  checkCodings(parsed.data)
  return parsed.data
}

function checkCodings({ constructs, codings }: Mapping): void {
  for (const [construct, mapped] of Object.entries(constructs)) {
    for (const { coding, column } of mapped?.items ?? []) {
      if (codings[coding]) continue
      throw new ImportProblem(
        `mapping, constructs.${construct}, column "${column}"`,
        `the name of a coding; there are: ${Object.keys(codings).join(', ')}`,
        `add a coding called "${coding}", or name another`,
      )
    }
  }
}

/** Every column the mapping reads. */
export function columnsOf({ unit, only, constructs }: Mapping): readonly string[] {
  return [
    ...new Set([
      ...(unit ? [unit.column] : []),
      ...only.map(({ column }) => column),
      ...Object.values(constructs).flatMap((mapped) =>
        (mapped?.items ?? []).map(({ column }) => column),
      ),
    ]),
  ]
}
