import { Checkbox, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import type { InstrumentContent, LicenceRecord } from '#server/instruments/contract.ts'
import { useLanguage } from '../../language.tsx'
import { useLanguageNames } from './use-language-names.ts'

/** For each language that the instrument was not written in: whose translation it is. */
export function Translations({
  content,
  licence,
  onChange,
}: {
  readonly content: InstrumentContent
  readonly licence: LicenceRecord
  readonly onChange: (part: Partial<LicenceRecord>) => void
}): ReactNode {
  const { say } = useLanguage()
  const { nameOf } = useLanguageNames()
  const { original, translations } = licence
  const of = (language: string) =>
    translations.find((one) => one.language === language) ?? {
      language,
      source: '',
      official: false,
    }
  const change = (language: string, part: object): void =>
    onChange({
      translations: [
        ...translations.filter((one) => one.language !== language),
        { ...of(language), ...part },
      ],
    })
  return content.languages
    .filter((language) => language !== original)
    .map((language) => {
      const label = say('instruments.licence.translation', { language: nameOf(language) })
      return (
        <fieldset className="plain" key={language}>
          <legend className="unseen">{nameOf(language)}</legend>
          <TextInput
            label={label}
            required
            maxLength={300}
            value={of(language).source}
            onChange={(event) => change(language, { source: event.currentTarget.value })}
          />
          <Checkbox
            mt="xs"
            label={say('instruments.licence.official')}
            checked={of(language).official}
            onChange={(event) =>
              change(language, { official: event.currentTarget.checked })
            }
          />
        </fieldset>
      )
    })
}
