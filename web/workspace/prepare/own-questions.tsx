import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { OwnQuestion } from '#server/assessments/contract.ts'
import type { Locale } from '#surveys/locale.ts'
import { mostOwnQuestions } from '#surveys/own-question.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { OwnQuestionForm } from './own-question-form.tsx'
import { QuestionFindings } from './question-findings.tsx'

/** Up to five questions of the organization, each with what is doubtful about it beside it. */
export function OwnQuestions({
  own,
  languages,
  canChange,
  onChange,
}: {
  readonly own: readonly OwnQuestion[]
  readonly languages: readonly Locale[]
  readonly canChange: boolean
  readonly onChange: (own: readonly OwnQuestion[]) => void
}): ReactNode {
  const { say } = useLanguage()
  return (
    <Card title={say('compose.own')}>
      <p className="quiet">{say('compose.own.hint')}</p>
      {own.map((question, at) => (
        <section key={question.id} className="own-question">
          <h3>{say('compose.own.number', { number: at + 1 })}</h3>
          {canChange ? (
            <OwnQuestionForm
              question={question}
              languages={languages}
              onChange={(changed) => onChange(own.with(at, changed))}
            />
          ) : (
            <Wording question={question} languages={languages} />
          )}
          <QuestionFindings question={question} languages={languages} />
          {canChange && (
            <Button
              variant="default"
              onClick={() => onChange(own.filter(({ id }) => id !== question.id))}
            >
              {say('compose.own.remove', { number: at + 1 })}
            </Button>
          )}
        </section>
      ))}
      {canChange && own.length < mostOwnQuestions && (
        <Button variant="default" onClick={() => onChange([...own, newQuestion(own)])}>
          {say('compose.own.add')}
        </Button>
      )}
    </Card>
  )
}

function Wording({
  question: { format, title, options },
  languages,
}: {
  readonly question: OwnQuestion
  readonly languages: readonly Locale[]
}): ReactNode {
  const { say } = useLanguage()
  return (
    <>
      <p className="quiet">{say(`compose.format.${format}`)}</p>
      <ul>
        {languages.map((locale) => (
          <li key={locale} lang={locale}>
            {[title, ...options].map((words) => words[locale] ?? '–').join(' · ')}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The first id that is free: answers are kept by it, so none is given twice in one plan. */
function newQuestion(own: readonly OwnQuestion[]): OwnQuestion {
  const taken = new Set(own.map(({ id }) => id))
  const ids = Array.from({ length: mostOwnQuestions }, (_, at) => `own-${at + 1}`)
  const id = ids.find((one) => !taken.has(one)) ?? 'own-1'
  return { id, format: 'agreement', title: {}, options: [] }
}
