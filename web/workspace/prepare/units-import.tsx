import { Button, FileButton, Group, Stack, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Assessment } from '#server/assessments/contract.ts'
import { ask, assessments } from '../../api.ts'
import { useAssessmentChange } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
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
  const read = async (file: File | null) => {
    if (!file) return
    const text = await file.text()
    setCsv(text)
    importing.mutate(text)
  }
  return (
    <Stack>
      <p>{say('prepare.units.text')}</p>
      <Textarea
        label={say('prepare.units.paste')}
        description={say('prepare.units.columns')}
        placeholder={sample}
        value={csv}
        onChange={(event) => setCsv(event.currentTarget.value)}
        autosize
        minRows={5}
        maxRows={14}
        classNames={{ input: 'monospace' }}
      />
      <Group>
        <Button
          onClick={() => importing.mutate(csv)}
          loading={importing.isPending}
          disabled={csv.trim() === ''}
        >
          {say('prepare.units.take')}
        </Button>
        <FileButton onChange={(file) => void read(file)} accept=".csv,text/csv">
          {(props) => (
            <Button variant="default" {...props}>
              {say('prepare.units.file')}
            </Button>
          )}
        </FileButton>
        <Button variant="subtle" onClick={() => setCsv(sample)}>
          {say('prepare.units.sample')}
        </Button>
      </Group>
      <RefusalNote refusal={importing.error} />
    </Stack>
  )
}
