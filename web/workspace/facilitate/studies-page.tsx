import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { studiesQuery } from './queries.ts'

/** Every assessment that somebody who holds groups and interviews can work for. */
export function StudiesPage(): ReactNode {
  const { say } = useLanguage()
  const { data } = useQuery(studiesQuery)
  return (
    <div className="page">
      <PageHead title={say('facilitate.title')} lead={say('facilitate.lead')} />
      {data?.length === 0 && <p>{say('facilitate.none')}</p>}
      <div className="two">
        {data?.map(({ id, name, organization }) => (
          <Card key={id} title={name}>
            <p>{organization}</p>
            <Link
              to={paths.facilitateStudy}
              params={{ id }}
              className="button-link"
              aria-label={say('facilitate.open.name', { name })}
            >
              {say('facilitate.open')}
            </Link>
            <Link
              to={paths.talks}
              params={{ id }}
              className="button-link quiet-button"
              aria-label={say('facilitate.interviews.name', { name })}
            >
              {say('facilitate.interviews')}
            </Link>
            <Link
              to={paths.facilitateSessions}
              params={{ id }}
              className="button-link quiet-button"
              aria-label={say('facilitate.briefings.name', { name })}
            >
              {say('facilitate.briefings')}
            </Link>
          </Card>
        ))}
      </div>
    </div>
  )
}
