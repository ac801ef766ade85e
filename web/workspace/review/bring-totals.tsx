import { Button, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { sampleTotals } from '#analysis/review/sample-totals.ts'
import { languageNames, locales } from '#surveys/locale.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { CsvField } from '../../ui/csv-field.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { TotalsFields } from './totals-fields.tsx'
import { TotalsPreviewed } from './totals-previewed.tsx'
import { useTotals } from './use-totals.ts'

/** A template out and a filled one in, or the same lines in a form; kept when somebody says so. */
export function BringTotals({
  id,
  isExample = false,
}: {
  readonly id: string
  readonly isExample?: boolean
}): ReactNode {
  const { say } = useLanguage()
  const totals = useTotals(id)
  const { csv, values, looking, keeping } = totals
  const preview = looking.data
  return (
    <>
      <Card title={say('totals.file')}>
        <p>{say('totals.file.text')}</p>
        <TemplateLinks />
        <p className="quiet">{say('totals.rules')}</p>
        <Stack>
          <CsvField
            label={say('totals.paste')}
            hint={say('totals.paste.hint')}
            csv={csv}
            onWrite={totals.writeCsv}
            action={say('totals.look')}
            isBusy={looking.isPending}
            onAct={(text) => looking.mutate({ csv: text })}
          />
        </Stack>
      </Card>
      <details className="card">
        <summary className="unfold">
          <h2 className="unfold-title">{say('totals.form')}</h2>
        </summary>
        <p>{say('totals.form.text')}</p>
        {isExample && (
          <Button
            variant="default"
            onClick={() =>
              totals.fill(sampleTotals(new Date().toISOString().slice(0, 10)))
            }
          >
            {say('totals.sample')}
          </Button>
        )}
        <TotalsFields
          values={values}
          problems={preview?.problems ?? []}
          onWrite={totals.writeValue}
        />
        <Button onClick={() => looking.mutate({ values })} loading={looking.isPending}>
          {say('totals.look.form')}
        </Button>
      </details>
      {preview && !keeping.isSuccess && (
        <TotalsPreviewed
          preview={preview}
          isKeeping={keeping.isPending}
          onKeep={() => totals.keep(preview.outcome)}
        />
      )}
      <p role="status">{keeping.isSuccess && say('totals.done')}</p>
      <RefusalNote refusal={looking.error ?? keeping.error} />
    </>
  )
}

function TemplateLinks(): ReactNode {
  const { say } = useLanguage()
  return (
    <ul className="inline-list">
      <li>{say('totals.templates')}</li>
      {locales.map((locale) => (
        <li key={locale}>
          <a
            href={`/api/office/deliveries/template/${locale}`}
            aria-label={say('totals.template', { language: languageNames[locale] })}
            download
          >
            {languageNames[locale]}
          </a>
        </li>
      ))}
    </ul>
  )
}
