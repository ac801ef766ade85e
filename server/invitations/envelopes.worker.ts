import { zipSync } from 'fflate'
import { type EnvelopeFile, renderEnvelopes } from '../documents/envelopes.ts'
import { answerOffThread } from '../jobs/off-thread.ts'
import type { IssuedCode } from '../registrar/issue-codes.ts'
import { layOutEnvelopes, type UnitEnvelopes } from './lay-out-envelopes.ts'
import type { PrintedEnvelopes, ToPrint, UnitToPrint } from './print-envelopes.ts'

answerOffThread<ToPrint, UnitToPrint>(async ({ facts, language }, parts) => {
  const units: UnitEnvelopes[] = []
  const codes: IssuedCode[] = []
  for await (const part of parts) {
    units.push(part.unit)
    for (const code of part.codes) codes.push(code)
  }
  const files = await renderEnvelopes(layOutEnvelopes(facts, language, { units, codes }))
  return asOneFile(files)
})

const anyTime = new Date('2000-01-01T00:00:00Z')

/** One file as it is, several in one. */
function asOneFile(files: readonly EnvelopeFile[]): PrintedEnvelopes {
  const [only, ...others] = files
  if (only && others.length === 0) {
    const bytes = new Uint8Array(only.pdf)
    return { type: 'application/pdf', name: 'envelopes.pdf', bytes }
  }
  const named = Object.fromEntries(files.map(({ name, pdf }) => [name, pdf]))
  const bytes = zipSync(named, { level: 0, mtime: anyTime })
  return { type: 'application/zip', name: 'envelopes.zip', bytes }
}
