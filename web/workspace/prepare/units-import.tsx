import { Stack } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Assessment } from '#server/assessments/contract.ts'
import { ask, assessments } from '../../api.ts'
import { useAssessmentChange } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { CsvField } from '../../ui/csv-field.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'

const sample =
  'name,parent,headcount\nProduction,,0\nAssembly,Production,48\nPaint shop,Production,9\nOffice,,31\n'

/** Takes the units from a CSV file or from pasted text. */
export function UnitsImport({
  assessment,
}: {
  readonly assessment: Assessment
}): ReactNode {
  const { say } = useLanguage()
  const { id } = assessment
  const [csv, setCsv] = useState('')
  const importing = useAssessmentChange(id, (text: string) =>
    ask(
      Assessment,
      assessments[':id'].units.$put({ param: { id }, json: { csv: text } }),
    ),
  )
  return (
    <Stack>
      <p>{say('prepare.units.text')}</p>
      <CsvField
        label={say('prepare.units.paste')}
        hint={say('prepare.units.columns')}
        sample={sample}
        csv={csv}
        onWrite={setCsv}
        action={say('prepare.units.take')}
        isBusy={importing.isPending}
        onAct={(text) => importing.mutate(text)}
      />
      <RefusalNote refusal={importing.error} />
    </Stack>
  )
}
