import { Button, NativeSelect, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import type { OwnQuestion } from '#server/assessments/contract.ts'
import { type Locale, languageNames } from '#surveys/locale.ts'
import { mostOwnOptions } from '#surveys/own-question.ts'
import { useLanguage } from '../../language.tsx'

const formats = ['agreement', 'yes-no', 'one-of'] as const
const fewestOptions = 2

interface Editing {
  readonly question: OwnQuestion
  readonly languages: readonly Locale[]
  readonly onChange: (question: OwnQuestion) => void
}

/** One question in every language of the survey. */
export function OwnQuestionForm(editing: Editing): ReactNode {
  const { question, languages, onChange } = editing
  const { say } = useLanguage()
  const chooseFormat = (format: OwnQuestion['format']) =>
    onChange({
      ...question,
      format,
      options:
        format === 'one-of' ? Array.from({ length: fewestOptions }, () => ({})) : [],
    })
  return (
    <>
      <NativeSelect
        label={say('compose.own.format')}
        value={question.format}
        data={formats.map((value) => ({
          value,
          label: say(`compose.format.${value}`),
        }))}
        onChange={({ currentTarget: { value } }) =>
          chooseFormat(formats.find((one) => one === value) ?? 'agreement')
        }
      />
      {languages.map((locale) => (
        <TextInput
          key={locale}
          lang={locale}
          maxLength={240}
          label={say('compose.own.title', { language: languageNames[locale] })}
          value={question.title[locale] ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onChange({
              ...question,
              title: { ...question.title, [locale]: plain(value) },
            })
          }
        />
      ))}
      {question.format === 'one-of' && <Options {...editing} />}
    </>
  )
}

function Options({ question, languages, onChange }: Editing): ReactNode {
  const { say } = useLanguage()
  const { options } = question
  const reword = (at: number, locale: Locale, text: string) =>
    onChange({
      ...question,
      options: options.with(at, { ...options[at], [locale]: plain(text) }),
    })
  return (
    <>
      {options.map((words, at) => (
        <div key={at} className="own-options">
          {languages.map((locale) => (
            <TextInput
              key={locale}
              lang={locale}
              maxLength={80}
              label={say('compose.own.option', {
                number: at + 1,
                language: languageNames[locale],
              })}
              value={words[locale] ?? ''}
              onChange={({ currentTarget: { value } }) => reword(at, locale, value)}
            />
          ))}
        </div>
      ))}
      <div className="inline-list">
        {options.length < mostOwnOptions && (
          <Button
            variant="subtle"
            onClick={() => onChange({ ...question, options: [...options, {}] })}
          >
            {say('compose.own.add-option')}
          </Button>
        )}
        {options.length > fewestOptions && (
          <Button
            variant="subtle"
            onClick={() => onChange({ ...question, options: options.slice(0, -1) })}
          >
            {say('compose.own.remove-option')}
          </Button>
        )}
      </div>
    </>
  )
}

/** Braces would be places for words. */
const plain = (text: string): string => text.replace(/[{}]/g, '')
