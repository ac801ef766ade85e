import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { isReleased } from '#server/assessments/contract.ts'
import { assessmentQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { FindOutMore } from './find-out-more.tsx'
import { ManagerVoicesCard } from './manager-voices.tsx'
import { resultsQuery } from './queries.ts'
import { SourceMatrix } from './source-matrix.tsx'
import { CodingMark } from './source-words.tsx'
import { codings } from './sources-search.ts'
import { SourcesSoFar, SourcesThere } from './sources-there.tsx'
import './sources.css'

/** What survey, groups and managers say of each need, side by side, and what to ask next. */
export function SourcesPage(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useSuspenseQuery(assessmentQuery(id))
  const { say } = useLanguage()
  const isOut = isReleased(assessment)
  return (
    <>
      <PageHead
        title={say('sources.title')}
        lead={say(isOut ? 'sources.lead' : 'sources.lead.before')}
        actions={
          <Link
            to={paths.understand}
            params={{ id }}
            className="button-link quiet-button"
          >
            {say('sources.back')}
          </Link>
        }
      />
      {isOut ? <Found id={id} /> : <SourcesSoFar id={id} />}
    </>
  )
}

function Found({ id }: { readonly id: string }): ReactNode {
  const { say } = useLanguage()
  const { data, error } = useQuery(resultsQuery(id))
  if (error) return <RefusalNote refusal={error} />
  if (!data) return <p role="status">{say('understand.computing')}</p>
  return (
    <>
      <SourcesThere id={id} results={data} />
      <SourceMatrix results={data} />
      <Legend />
      <FindOutMore needs={data.needs.needs} />
      <ManagerVoicesCard id={id} />
    </>
  )
}

function Legend(): ReactNode {
  const { say } = useLanguage()
  return (
    <Card title={say('sources.legend')}>
      <p>{say('sources.levels')}</p>
      <dl className="codings">
        {codings.map((coding) => (
          <div key={coding}>
            <dt>
              <CodingMark coding={coding} />
            </dt>
            <dd>{say(`sources.coding.${coding}.means`)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
