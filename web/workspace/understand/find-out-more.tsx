import type { ReactNode } from 'react'
import { findOutMore } from '#analysis/recommendation/find-out-more.ts'
import { askNext } from '#analysis/report/sources-in-words.ts'
import type { Results } from '#server/results/contract.ts'
import { constructOf } from '#surveys/constructs.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { Sources } from './need-card.tsx'

type Need = Results['needs']['needs'][number]

/** What sources contradict each other on, and what to ask about it next. */
export function FindOutMore({ needs }: { readonly needs: readonly Need[] }): ReactNode {
  const { say, texts } = useLanguage()
  const found = findOutMore(needs)
  const sensitive = needs.filter(
    ({ construct, convergence }) =>
      convergence === 'dissonance' && constructOf(construct).sensitive,
  )
  return (
    <Card title={say('sources.find-out.title')}>
      <p>
        {say(found.length > 0 ? 'sources.find-out.lead' : 'sources.find-out.nothing')}
      </p>
      {found.map((dissonance) => {
        const need = needs.find(({ construct }) => construct === dissonance.construct)
        const { question, reasons } = askNext(dissonance, texts)
        const name = say(`construct.${dissonance.construct}`)
        return (
          <section key={name} className="find-out" aria-label={name}>
            <h3>{name}</h3>
            {need && <Sources need={need} />}
            <h4>{say('sources.find-out.reasons')}</h4>
            <ul>
              {reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
            <h4>{say('sources.find-out.question')}</h4>
            <blockquote>{question}</blockquote>
            <p className="quiet">{say('sources.find-out.where')}</p>
          </section>
        )
      })}
      {sensitive.length > 0 && (
        <p>
          {say('sources.find-out.sensitive', {
            needs: sensitive
              .map(({ construct }) => say(`construct.${construct}`))
              .join('; '),
          })}
        </p>
      )}
    </Card>
  )
}
