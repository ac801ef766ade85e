import type { ReactNode } from 'react'
import type { NextWave } from '#server/waves/contract.ts'
import { languageNames } from '#surveys/locale.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import './waves.css'

/** What the next survey has from this one, and what it has not. */
export function TakesOver({
  takesOver,
}: {
  readonly takesOver: NextWave['takesOver']
}): ReactNode {
  const { say, number, locale } = useLanguage()
  const { units, people, languages, modules, leftOut, ownQuestions, contacts } = takesOver
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const named = (some: NextWave['takesOver']['modules']): string =>
    list.format(some.map((module) => say(`part.module-${module}`)))
  return (
    <div className="two">
      <Card title={say('waves.next.takes')}>
        <p className="quiet">{say('waves.next.takes.text')}</p>
        <dl className="facts">
          <dt>{say('waves.next.units')}</dt>
          <dd>
            {say('waves.next.units.text', {
              units: number(units),
              people: number(people),
            })}
          </dd>
          <dt>{say('waves.next.languages')}</dt>
          <dd>{list.format(languages.map((one) => languageNames[one]))}</dd>
          <dt>{say('waves.next.questions')}</dt>
          <dd>
            {say('waves.next.questions.text', { modules: named(modules) })}{' '}
            {leftOut.length > 0 &&
              say('waves.next.left-out', { modules: named(leftOut) })}
          </dd>
          <dt>{say('waves.next.own')}</dt>
          <dd>{number(ownQuestions)}</dd>
          <dt>{say('waves.next.contacts')}</dt>
          <dd>{say('waves.next.contacts.text', { count: number(contacts) })}</dd>
        </dl>
      </Card>
      <Card title={say('waves.next.anew')}>
        <p>{say('waves.next.anew.text')}</p>
      </Card>
    </div>
  )
}
