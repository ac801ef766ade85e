import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { figuresBeside } from '#analysis/indicators/beside-need.ts'
import { periodInWords, valueInWords } from '#analysis/indicators/in-words.ts'
import type { ConstructId } from '#surveys/constructs.ts'
import { hrFiguresQuery } from '../../hr-figures.ts'
import { useLanguage } from '../../language.tsx'

/** The organization's own figures beside a need, quietly: nothing here comes from answers. */
export function HrContext({ construct }: { readonly construct: ConstructId }): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { say, texts, locale } = useLanguage()
  const { data } = useQuery(hrFiguresQuery(id))
  const beside = figuresBeside(construct, data?.figures ?? [])
  if (beside.length === 0) return null
  return (
    <aside className="hr-context quiet">
      <p>{say('hr.need')}</p>
      <ul>
        {beside.map((figure) => (
          <li key={figure.id}>
            {say('hr.need.line', {
              figure: say(`indicator.${figure.indicator}`),
              value: valueInWords(figure, texts, locale),
              period: periodInWords(figure.period, texts),
              source: figure.source,
            })}
          </li>
        ))}
      </ul>
      <p>{say('hr.need.context')}</p>
    </aside>
  )
}
