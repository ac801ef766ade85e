import { NativeSelect } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { periodInWords } from '#analysis/indicators/in-words.ts'
import { oldestYears } from '#analysis/indicators/limits.ts'
import { endedPeriods, isHalf } from '#analysis/indicators/period.ts'
import { useLanguage } from '../../language.tsx'

/** The file to fill in, for a period that has ended: the last full year unless another is chosen. */
export function TemplateLink({ id }: { readonly id: string }): ReactNode {
  const { say, texts, locale } = useLanguage()
  const periods = endedPeriods(new Date().toISOString().slice(0, 10), oldestYears)
  const [period, setPeriod] = useState(periods.find((each) => !isHalf(each)))
  return (
    <div className="row hr-template">
      <NativeSelect
        label={say('hr.template.period')}
        value={period ?? ''}
        onChange={({ currentTarget }) =>
          setPeriod(periods.find((each) => each === currentTarget.value))
        }
        data={periods.map((each) => ({
          value: each,
          label: periodInWords(each, texts),
        }))}
      />
      <a
        className="button-link quiet-button"
        href={`/api/office/indicators/${id}/template/${locale}?period=${period}`}
        download
      >
        {say('hr.template')}
      </a>
    </div>
  )
}
