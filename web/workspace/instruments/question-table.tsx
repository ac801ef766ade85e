import { Checkbox, Table } from '@mantine/core'
import type { ReactNode } from 'react'
import type { InstrumentContent } from '#server/instruments/contract.ts'
import { type InstrumentFormat, itemsIn } from '#surveys/instruments/instrument.ts'
import { type Language, useLanguage } from '../../language.tsx'
import { WideTable } from '../../ui/wide-table.tsx'

/** The questions of an instrument with their answers, in the reader's language where it has it. */
export function QuestionTable({
  content,
  without,
  onChange,
}: {
  readonly content: InstrumentContent
  /** which are not taken; only where one may choose */
  readonly without?: ReadonlySet<string>
  readonly onChange?: (without: ReadonlySet<string>) => void
}): ReactNode {
  const language = useLanguage()
  const { say, locale } = language
  const shown = content.languages.includes(locale)
    ? locale
    : (content.languages[0] ?? 'en')
  const choose = (id: string, isTaken: boolean): void => {
    const left = new Set(without)
    if (isTaken) left.delete(id)
    else left.add(id)
    onChange?.(left)
  }
  return (
    <WideTable title={say('instruments.preview')}>
      <Table>
        <thead>
          <tr>
            {onChange && <th scope="col">{say('instruments.take')}</th>}
            <th scope="col">{say('instruments.question')}</th>
            <th scope="col">{say('instruments.answers')}</th>
          </tr>
        </thead>
        <tbody>
          {itemsIn(content).map(({ id, title, format }) => (
            <tr key={id}>
              {onChange && (
                <td>
                  <Checkbox
                    aria-label={title[shown]}
                    checked={!without?.has(id)}
                    onChange={(event) => choose(id, event.currentTarget.checked)}
                  />
                </td>
              )}
              <th scope="row" lang={shown}>
                {title[shown]}
              </th>
              <td lang={shown}>{answersOf(format, shown, language)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </WideTable>
  )
}

function answersOf(format: InstrumentFormat, shown: string, { say }: Language): string {
  if (format.kind === 'whole-number') {
    const { from, to } = format
    return say('instruments.answers.number', { from, to })
  }
  const options = format.options.map(({ text }) => text[shown]).join(' · ')
  return format.kind === 'one-of' ? options : say('instruments.answers.many', { options })
}
