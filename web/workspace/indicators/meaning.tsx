import type { ReactNode } from 'react'
import { indicatorIds, indicatorOf } from '#analysis/indicators/catalogue.ts'
import { definitionOf } from '#analysis/indicators/in-words.ts'
import { limitWords } from '#analysis/indicators/limits.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'

/** What each figure is, of which groups it may be told, and which needs it stands beside. */
export function Meaning(): ReactNode {
  const { say, texts } = useLanguage()
  return (
    <Card title={say('hr.meaning')}>
      <dl className="facts">
        {indicatorIds.map((id) => {
          const { measure, reach, beside } = indicatorOf(id)
          const needs = beside.map((need) => say(`construct.${need}`)).join(', ')
          return (
            <div key={id}>
              <dt>{say(`indicator.${id}`)}</dt>
              <dd>
                {definitionOf(id, texts)}{' '}
                <span className="quiet">
                  {say('hr.measured', { measure: say(`measure.${measure}`) })}{' '}
                  {say(`hr.reach.${reach}`, limitWords)} {say('hr.beside', { needs })}
                </span>
              </dd>
            </div>
          )
        })}
      </dl>
    </Card>
  )
}
