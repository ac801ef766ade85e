import type { ReactNode } from 'react'
import type { Assessment } from '#server/assessments/contract.ts'
import { languageNames } from '#surveys/locale.ts'
import { useLanguage } from '../../language.tsx'

/** What was planned, when it can no longer be changed. */
export function PlanSummary({
  assessment,
}: {
  readonly assessment: Assessment
}): ReactNode {
  const { say, date } = useLanguage()
  const { languages, contacts, contactsCheckedOn, closesOn, resultsBy } = assessment
  return (
    <dl className="facts">
      <dt>{say('prepare.languages')}</dt>
      <dd>{languages.map((locale) => languageNames[locale]).join(', ')}</dd>
      <dt>{say('prepare.contacts')}</dt>
      <dd>
        <ul>
          {languages.map((locale) => (
            <li key={locale} lang={locale}>
              {languageNames[locale]}:{' '}
              {contacts[locale]?.map(({ name, phone }) => `${name} ${phone}`).join(' · ')}
            </li>
          ))}
        </ul>
      </dd>
      <dt>{say('prepare.checked')}</dt>
      <dd>{contactsCheckedOn ? date(contactsCheckedOn) : '–'}</dd>
      <dt>{say('prepare.closes-on')}</dt>
      <dd>{closesOn ? date(closesOn) : '–'}</dd>
      <dt>{say('prepare.results-by')}</dt>
      <dd>{resultsBy ? date(resultsBy) : '–'}</dd>
    </dl>
  )
}
