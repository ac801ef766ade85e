import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { yearsQuery } from '../../annual-reports.ts'
import { annualReports, type Refused, settle } from '../../api.ts'
import { frontDoorQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { FinalButton } from '../../ui/final-button.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import type { KeptYear } from './with-years.tsx'

/** Whether employees can read the year; the organiser publishes it, or takes it out before. */
export function PublishYear({
  id,
  year: { id: report, publishedOn },
  page,
}: {
  readonly id: string
  readonly year: KeptYear
  readonly page: string
}): ReactNode {
  const { say, date } = useLanguage()
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const client = useQueryClient()
  const param = { id, report }
  const settling = useMutation<void, Refused, 'publish' | 'withdraw'>({
    mutationFn: (what) =>
      settle(
        what === 'publish'
          ? annualReports[':id'][':report'].publication.$post({ param })
          : annualReports[':id'][':report'].$delete({ param }),
      ),
    onSettled: () => client.invalidateQueries(yearsQuery(id)),
  })
  const isOrganiser = door.me?.role === 'organiser'
  return (
    <Card title={say('review.page')}>
      {publishedOn ? (
        <>
          <p>{say('review.page.published', { date: date(publishedOn) })}</p>
          <p>
            <a href={page} target="_blank" rel="noreferrer">
              {page}
            </a>
          </p>
        </>
      ) : (
        <p>{say(isOrganiser ? 'review.page.text' : 'review.page.waits')}</p>
      )}
      {isOrganiser && !publishedOn && (
        <div className="line">
          <FinalButton
            label={say('review.page.publish')}
            onConfirm={() => settling.mutate('publish')}
          />
          <FinalButton
            variant="default"
            label={say('review.withdraw')}
            onConfirm={() => settling.mutate('withdraw')}
          />
        </div>
      )}
      <RefusalNote refusal={settling.error} />
    </Card>
  )
}
