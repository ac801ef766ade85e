import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'

/** The number that stands for everything that was frozen. */
export function SurveyNumber({
  assessment: { id, surveyNumber },
}: {
  readonly assessment: { readonly id: string; readonly surveyNumber: string }
}): ReactNode {
  const { say, locale } = useLanguage()
  const impact = `/api/office/privacy/${id}/impact-assessment`
  return (
    <Card title={say('number.title')}>
      <p className="survey-number">{surveyNumber}</p>
      <p>{say('number.text')}</p>
      <Link to={paths.notice} params={{ id }} className="button-link">
        {say('number.notice')}
      </Link>
      <p>
        <a href={`${impact}/pdf/${locale}`} download>
          {say('number.impact')}
        </a>
        {' · '}
        <a href={`${impact}/txt/${locale}`} download>
          {say('number.impact-text')}
        </a>
      </p>
    </Card>
  )
}
