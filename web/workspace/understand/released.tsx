import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { isReleased } from '#server/assessments/contract.ts'
import type { Results } from '#server/results/contract.ts'
import { assessmentQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { resultsQuery } from './queries.ts'

/** A page of the results: its heading at once, and its figures as soon as there are any. */
export function ReleasedPage({
  title,
  lead,
  children,
}: {
  readonly title: string
  readonly lead: string
  readonly children: (results: Results, id: string) => ReactNode
}): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useSuspenseQuery(assessmentQuery(id))
  const { say } = useLanguage()
  const isOut = isReleased(assessment)
  return (
    <>
      <PageHead title={title} lead={isOut ? lead : say('understand.not-yet')} />
      {isOut && <Found id={id}>{children}</Found>}
    </>
  )
}

function Found({
  id,
  children,
}: {
  readonly id: string
  readonly children: (results: Results, id: string) => ReactNode
}): ReactNode {
  const { say } = useLanguage()
  const { data, error } = useQuery(resultsQuery(id))
  if (error) return <RefusalNote refusal={error} />
  if (!data) return <p role="status">{say('understand.computing')}</p>
  return children(data, id)
}
