import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { isReleased } from '#server/assessments/contract.ts'
import type { Changes } from '#server/follow-up/contract.ts'
import { assessmentQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useRateWords } from '../../ui/rate.ts'
import { RefusalNote } from '../../ui/refusal.tsx'
import { ChangeTable } from './change-table.tsx'
import { ChangesByUnit } from './changes-by-unit.tsx'
import { changesQuery } from './wave-queries.ts'
import './waves.css'

/** What changed since the survey before, from what both published. */
export function WhatChangedPage(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useSuspenseQuery(assessmentQuery(id))
  const { say } = useLanguage()
  const title = say('page.what-changed')
  if (!isReleased(assessment)) {
    return <PageHead title={title} lead={say('understand.not-yet')} />
  }
  if (assessment.follows === null) {
    return <PageHead title={title} lead={say('waves.changed.none-before')} />
  }
  return <Compared id={id} />
}

const groups = ['targeted', 'hazard', 'other'] as const

function Compared({ id }: { readonly id: string }): ReactNode {
  const { say, number } = useLanguage()
  const { data: changes, error } = useQuery(changesQuery(id))
  const title = say('page.what-changed')
  if (error) return <RefusalNote refusal={error} />
  if (!changes) return <p role="status">{say('understand.computing')}</p>
  const { before, after, months, lines } = changes
  return (
    <>
      <PageHead
        title={title}
        lead={say('waves.changed.lead', {
          before: before.name,
          after: after.name,
          months: number(months),
        })}
        actions={
          <a
            className="button-link quiet-button"
            href={`/api/office/follow-up/${id}/changes.csv`}
            download
          >
            {say('waves.changed.csv')}
          </a>
        }
      />
      <div className="two">
        <Rates changes={changes} />
        <HowToRead />
      </div>
      {groups.map((about) => (
        <ChangeTable
          key={about}
          title={say(`waves.about.${about}`)}
          lines={lines.filter((line) => line.about === about)}
        />
      ))}
      <ChangesByUnit changes={changes} />
      <p className="quiet">{say('validity')}</p>
    </>
  )
}

function Rates({ changes }: { readonly changes: Changes }): ReactNode {
  const { say } = useLanguage()
  const rate = useRateWords()
  return (
    <Card title={say('waves.rates')}>
      {[changes.before, changes.after].map(({ id, name, responseRate }) => (
        <p key={id}>{say('waves.rates.line', { name, rate: rate(responseRate) })}</p>
      ))}
      <p className="quiet">{say('waves.rates.text')}</p>
    </Card>
  )
}

const sentences = ['steps', 'independent', 'regression', 'contribution', 'trend'] as const

function HowToRead(): ReactNode {
  const { say } = useLanguage()
  return (
    <Card title={say('waves.reading')}>
      <ul className="wave-reading">
        {sentences.map((sentence) => (
          <li key={sentence}>{say(`waves.reading.${sentence}`)}</li>
        ))}
      </ul>
    </Card>
  )
}
