import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { CodingStudy } from '#server/coding/contract.ts'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { studyQuery } from './queries.ts'
import './coding.css'

const places = [
  ['code', paths.coding],
  ['codebook', paths.codebook],
  ['agreement', paths.agreement],
  ['themes', paths.themes],
  ['exchange', paths.exchange],
] as const

type Place = (typeof places)[number][0]

/** What stands around every page of coding: where one is, and the ways to the others. */
export function CodingFrame({
  id,
  place,
  children,
}: {
  readonly id: string
  readonly place: Place
  readonly children: (study: CodingStudy) => ReactNode
}): ReactNode {
  const { say } = useLanguage()
  const { data: study, error } = useQuery(studyQuery(id))
  return (
    <div className="page coding">
      <PageHead
        title={say(`coding.${place}.title`)}
        lead={say(`coding.${place}.lead`)}
        actions={
          <Link to={paths.facilitateStudy} params={{ id }}>
            {study?.assessment.name ?? say('facilitate.title')}
          </Link>
        }
      />
      <nav aria-label={say('coding.pages')}>
        <ul className="coding-places">
          {places.map(([one, to]) => (
            <li key={one}>
              <Link
                to={to}
                params={{ id }}
                activeOptions={{ exact: true }}
                aria-current={one === place ? 'page' : undefined}
              >
                {say(`coding.${one}.title`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <RefusalNote refusal={error} />
      {study && children(study)}
    </div>
  )
}
