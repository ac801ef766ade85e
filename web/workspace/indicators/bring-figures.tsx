import { Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { limitWords } from '#analysis/indicators/limits.ts'
import type { Assessment } from '#server/assessments/contract.ts'
import { Figures, FiguresPreview, type KeepFigures } from '#server/indicators/contract.ts'
import { ask, indicators, type Refused } from '../../api.ts'
import { hrFiguresQuery } from '../../hr-figures.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { CsvField } from '../../ui/csv-field.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { Preview } from './preview.tsx'
import { TemplateLink } from './template-link.tsx'

/** A template out, a filled file in; shown first, and kept only when somebody says so. */
export function BringFigures({
  assessment,
}: {
  readonly assessment: Assessment
}): ReactNode {
  const { say } = useLanguage()
  const { csv, write, looking, keeping } = useFile(assessment.id)
  return (
    <Card title={say('hr.bring')}>
      <p>{say('hr.bring.text')}</p>
      <TemplateLink id={assessment.id} />
      <p className="quiet">{say('hr.bring.rules', limitWords)}</p>
      <Stack>
        <CsvField
          label={say('hr.paste')}
          hint={say('hr.paste.hint')}
          csv={csv}
          onWrite={write}
          action={say('hr.look')}
          isBusy={looking.isPending}
          onAct={(text) => looking.mutate(text)}
        />
        {looking.data && !keeping.isSuccess && (
          <Preview
            key={looking.data.outcome}
            assessment={assessment}
            preview={looking.data}
            isKeeping={keeping.isPending}
            onKeep={(outcome, checked) => keeping.mutate({ csv, outcome, checked })}
          />
        )}
        <p role="status">{keeping.isSuccess && say('hr.done')}</p>
        <RefusalNote refusal={looking.error ?? keeping.error} />
      </Stack>
    </Card>
  )
}

/** A file somebody works on: another letter in it, and what was looked at no longer counts. */
function useFile(id: string) {
  const client = useQueryClient()
  const [csv, setCsv] = useState('')
  const looking = useMutation<FiguresPreview, Refused, string>({
    mutationFn: (text) =>
      ask(
        FiguresPreview,
        indicators[':id'].preview.$post({ param: { id }, json: { csv: text } }),
      ),
  })
  const keeping = useMutation<Figures, Refused, KeepFigures>({
    mutationFn: (file) =>
      ask(Figures, indicators[':id'].figures.$put({ param: { id }, json: file })),
    onSuccess: (kept) => {
      client.setQueryData(hrFiguresQuery(id).queryKey, kept)
      setCsv('')
    },
  })
  const write = (text: string): void => {
    setCsv(text)
    looking.reset()
    keeping.reset()
  }
  return { csv, write, looking, keeping }
}
