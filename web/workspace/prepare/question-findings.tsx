import type { ReactNode } from 'react'
import type { OwnQuestion } from '#server/assessments/contract.ts'
import { findingsIn, isBlocking } from '#surveys/linter/lint-questions.ts'
import { type Locale, languageNames } from '#surveys/locale.ts'
import { useLanguage } from '../../language.tsx'

/** What is doubtful about a question, and what to do, beside the question. */
export function QuestionFindings({
  question,
  languages,
}: {
  readonly question: OwnQuestion
  readonly languages: readonly Locale[]
}): ReactNode {
  const { say } = useLanguage()
  const found = findingsIn({ modules: [], own: [question] }, languages)
  const missing = languages.filter((locale) =>
    [question.title, ...question.options].some((words) => !words[locale]?.trim()),
  )
  if (found.length + missing.length === 0) return null
  return (
    <div className="findings" role="status">
      <strong>{say('lint.title')}</strong>
      <ul>
        {found.map((finding) => {
          const { rule, locale, because } = finding
          const sentence = say(`lint.${rule}`, { because })
          return (
            <li key={`${rule} ${locale}`} className={isBlocking(finding) ? 'blocks' : ''}>
              {say('lint.in', { language: languageNames[locale], finding: sentence })}{' '}
              {isBlocking(finding) && <strong>{say('lint.blocks')}</strong>}
            </li>
          )
        })}
        {missing.map((locale) => (
          <li key={locale}>{say('lint.missing', { language: languageNames[locale] })}</li>
        ))}
      </ul>
    </div>
  )
}
