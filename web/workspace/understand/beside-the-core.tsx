import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Results } from '#server/results/contract.ts'
import { composeQuestionnaire } from '#surveys/compose.ts'
import { ownWords } from '#surveys/own-question.ts'
import { itemsOf, optionKey, optionsOf } from '#surveys/questionnaire.ts'
import { assessmentQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { useFigureWords } from '../../ui/figure.tsx'
import { WideTable } from '../../ui/wide-table.tsx'

/** What was answered to modules and own questions, as shares of the whole organization. */
export function BesideTheCore({
  id,
  results,
}: {
  readonly id: string
  readonly results: Results
}): ReactNode {
  const { say, sayIf, percent, locale } = useLanguage()
  const {
    data: { questions },
  } = useSuspenseQuery(assessmentQuery(id))
  const inWords = useFigureWords()
  const parts = composeQuestionnaire(questions).parts.filter(
    ({ isOptional }) => isOptional,
  )
  if (parts.length === 0) return null
  const own = ownWords(questions.own, locale)
  const words = (key: string): string => own[key] ?? sayIf(key)
  return (
    <Card title={say('beside.title')}>
      <p className="quiet">{say('beside.lead')}</p>
      {parts.map((part) => (
        <WideTable key={part.id} title={sayIf(`part.${part.id}`)}>
          <table className="plain">
            <caption>{sayIf(`part.${part.id}`)}</caption>
            <tbody>
              {itemsOf({ id: '', parts: [part], mayDecline: true }).map((item) => (
                <tr key={item.id}>
                  <th scope="row">{words(`item.${item.id}`)}</th>
                  <td>
                    {optionsOf(item.format)
                      .map((option) => {
                        const figure = results.release.items[item.id]?.chosen[option]
                        const share = inWords(figure ?? { kind: 'hidden' }, percent)
                        return `${words(optionKey(item, option))}: ${share}`
                      })
                      .join(' · ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      ))}
    </Card>
  )
}
