import { randomBytes } from 'node:crypto'
import type { FinalCoding } from '#analysis/coding/reconciliation.ts'
import type { Locale } from '#surveys/locale.ts'
import { writeSegmentTable } from '../../coding-files/segment-table.ts'
import { writeCodebook } from '../../coding-files/write-codebook.ts'
import { type CodedStudy, writeProject } from '../../coding-files/write-project.ts'
import { answerOffThread } from '../../jobs/off-thread.ts'
import { type Outcome, tried } from './tried.ts'

export type ToWrite =
  | {
      readonly kind: 'codebook'
      readonly codebook: CodedStudy['codebook']
      readonly locale: Locale
    }
  | { readonly kind: 'project'; readonly study: CodedStudy; readonly locale: Locale }
  | {
      readonly kind: 'table'
      readonly study: CodedStudy
      readonly final: readonly FinalCoding[]
    }

/** Nobody can foresee it: the order of groups in a file must tell nothing. */
const unforeseeable = (): number => randomBytes(6).readUIntBE(0, 6) / 2 ** 48

answerOffThread<ToWrite>((input): Outcome<Uint8Array> => tried(() => written(input)))

function written(input: ToWrite): Uint8Array {
  const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
  switch (input.kind) {
    case 'codebook':
      return bytesOf(writeCodebook(input.codebook, input.locale))
    case 'project':
      return writeProject(input.study, input.locale, unforeseeable)
    case 'table': {
      const { sessions, segments } = input.study
      return bytesOf(writeSegmentTable(sessions, segments, input.final, unforeseeable))
    }
  }
}
