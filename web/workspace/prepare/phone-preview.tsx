import { Button, NativeSelect } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { QuestionChoice } from '#surveys/compose.ts'
import { type Locale, languageNames } from '#surveys/locale.ts'
import { useLanguage } from '../../language.tsx'
import { previewPath } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'

/** The employee's page with what is chosen now, as wide as a phone. */
export function PhonePreview({
  languages,
  beside,
}: {
  readonly languages: readonly Locale[]
  readonly beside: QuestionChoice
}): ReactNode {
  const { say } = useLanguage()
  const [locale, setLocale] = useState<Locale>(languages[0] ?? 'en')
  const [isShown, setShown] = useState(false)
  const address = previewPath(locale, beside)
  return (
    <Card title={say('compose.preview')}>
      <NativeSelect
        label={say('prepare.languages')}
        value={locale}
        data={languages.map((value) => ({ value, label: languageNames[value] }))}
        onChange={({ currentTarget: { value } }) =>
          setLocale(languages.find((one) => one === value) ?? locale)
        }
      />
      <div className="inline-list">
        {!isShown && (
          <Button variant="default" onClick={() => setShown(true)}>
            {say('compose.preview.show')}
          </Button>
        )}
        <a href={address} target="_blank" rel="noreferrer">
          {say('compose.preview.own')}
        </a>
      </div>
      {isShown && (
        <iframe
          // What stands behind # alone loads no page anew.
          key={address}
          className="phone"
          src={address}
          title={say('compose.preview.in', { language: languageNames[locale] })}
        />
      )}
    </Card>
  )
}
