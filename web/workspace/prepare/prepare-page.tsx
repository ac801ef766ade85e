import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { isChangeable } from '#server/assessments/contract.ts'
import { languageNames } from '#surveys/locale.ts'
import { assessmentQuery, frontDoorQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { paths, previewPath } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { PlanForm } from './plan-form.tsx'
import { PlanSummary } from './plan-summary.tsx'
import { UnitsImport } from './units-import.tsx'
import { UnitsMerged } from './units-merged.tsx'

/** Who is asked, in which languages, with which help at hand. */
export function PreparePage(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useSuspenseQuery(assessmentQuery(id))
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const { say } = useLanguage()
  const canChange = isChangeable(assessment) && door.me?.role === 'organiser'
  return (
    <>
      <PageHead
        title={say('prepare.title')}
        lead={say(canChange ? 'prepare.lead' : 'prepare.fixed')}
      />
      <Card title={say('prepare.units')}>
        {canChange && <UnitsImport assessment={assessment} />}
        <UnitsMerged assessment={assessment} />
      </Card>
      <Card title={say('prepare.plan')}>
        {canChange ? (
          <PlanForm key={assessment.revision} assessment={assessment} />
        ) : (
          <PlanSummary assessment={assessment} />
        )}
      </Card>
      <Card title={say('prepare.questions')}>
        <p>{say('prepare.questions.text')}</p>
        <ul className="inline-list">
          {assessment.languages.map((locale) => (
            <li key={locale}>
              <a
                href={previewPath(locale)}
                target="_blank"
                rel="noreferrer"
                lang={locale}
              >
                {languageNames[locale]}
              </a>
            </li>
          ))}
        </ul>
        <p>
          {say('instruments.link.text')}{' '}
          <Link to={paths.instruments} params={{ id }}>
            {say('instruments.title')}
          </Link>
        </p>
      </Card>
    </>
  )
}
