import { NativeSelect } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { yearForms } from '#server/annual-reports/contract.ts'
import { isLocale, type Locale, languageNames, locales } from '#surveys/locale.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'

/** The review as a document, in one language and four forms. */
export function YearFiles({
  id,
  report,
}: {
  readonly id: string
  readonly report: string
}): ReactNode {
  const { say, locale: mine } = useLanguage()
  const [locale, setLocale] = useState<Locale>(mine)
  return (
    <Card title={say('review.files')}>
      <p>{say('review.files.text')}</p>
      <NativeSelect
        label={say('review.files.language')}
        value={locale}
        data={locales.map((each) => ({ value: each, label: languageNames[each] }))}
        onChange={({ currentTarget: { value } }) => isLocale(value) && setLocale(value)}
        maw="20rem"
      />
      <ul className="inline-list">
        {yearForms.map((form) => (
          <li key={form}>
            <a
              href={`/api/office/annual-reports/${id}/${report}/file/${form}/${locale}`}
              download
            >
              {say(`review.form.${form}`)}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  )
}
