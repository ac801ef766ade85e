import { NativeSelect, Table } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { ReportKind, type Reports } from '#server/reports/contract.ts'
import { isLocale, type Locale, languageNames, locales } from '#surveys/locale.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { WideTable } from '../../ui/wide-table.tsx'

const bytesInKilobyte = 1000

type Made = NonNullable<Reports['made']>

/** Every document in one language: for whom, in which form, how large. */
export function DocumentsCard({
  id,
  made,
}: {
  readonly id: string
  readonly made: Made
}): ReactNode {
  const { say, date, locale: mine } = useLanguage()
  const [locale, setLocale] = useState<Locale>(mine)
  const columns = ['document', 'for', 'format', 'size'] as const
  return (
    <Card title={say('reports.documents')}>
      <p>{say('reports.documents.made', { date: date(made.on) })}</p>
      <LanguageSelect locale={locale} onChoose={setLocale} />
      <WideTable title={say('reports.documents')}>
        <Table>
          <caption>
            {say('reports.documents')}: {languageNames[locale]}
          </caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th scope="col" key={column}>
                  {say(`reports.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ReportKind.options.map((kind) => (
              <DocumentRow key={kind} {...{ id, made, kind, locale }} />
            ))}
          </tbody>
        </Table>
      </WideTable>
    </Card>
  )
}

function DocumentRow({
  id,
  made,
  kind,
  locale,
}: {
  readonly id: string
  readonly made: Made
  readonly kind: ReportKind
  readonly locale: Locale
}): ReactNode {
  const { say, number } = useLanguage()
  const file = made.files.find((one) => one.kind === kind && one.locale === locale)
  if (!file) return null
  const name = say(`reports.kind.${kind}`)
  return (
    <tr>
      <th scope="row">
        <a
          href={`/api/office/reports/${id}/file/${kind}/${locale}`}
          aria-label={say('reports.download.name', {
            document: name,
            language: languageNames[locale],
          })}
          download
        >
          {name}
        </a>
      </th>
      <td>{say(`reports.for.${kind}`)}</td>
      <td>{say(`reports.format.${kind}`)}</td>
      <td className="numeric">
        {say('reports.size', { size: number(Math.ceil(file.bytes / bytesInKilobyte)) })}
      </td>
    </tr>
  )
}

/** In which language documents are listed. */
export function LanguageSelect({
  locale,
  onChoose,
}: {
  readonly locale: Locale
  readonly onChoose: (locale: Locale) => void
}): ReactNode {
  const { say } = useLanguage()
  return (
    <NativeSelect
      label={say('reports.language')}
      value={locale}
      data={locales.map((each) => ({ value: each, label: languageNames[each] }))}
      onChange={({ currentTarget: { value } }) => isLocale(value) && onChoose(value)}
      maw="20rem"
    />
  )
}
