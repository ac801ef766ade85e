import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { assessmentQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Icicle } from './icicle.tsx'
import { PublishedTable } from './published-table.tsx'
import { PublishedWords } from './published-words.tsx'
import { publicationQuery } from './queries.ts'
import './prepare.css'

/** What could ever be shown of an assessment, in words, as a picture and as a table. */
export function PublishedPage(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useSuspenseQuery(assessmentQuery(id))
  const { say } = useLanguage()
  const { data } = useQuery({
    ...publicationQuery(assessment),
    enabled: assessment.counted.length > 0,
  })
  return (
    <>
      <PageHead title={say('published.title')} lead={say('published.lead')} />
      {assessment.counted.length === 0 && <p>{say('published.needs-units')}</p>}
      {data && (
        <>
          <PublishedWords publication={data} questions={assessment.questions} />
          {data.units.length > 0 && (
            <Card title={say('published.picture')}>
              <p className="quiet">{say('published.picture.alt')}</p>
              <Icicle publication={data} />
              <PublishedTable publication={data} />
            </Card>
          )}
        </>
      )}
    </>
  )
}
