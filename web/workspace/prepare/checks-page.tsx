import { Button } from '@mantine/core'
import {
  useMutation,
  useQuery,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Examinations, type OfKind } from '#server/examinations/contract.ts'
import { type Locale, languageNames } from '#surveys/locale.ts'
import { ask, examinations, type Refused } from '../../api.ts'
import { frontDoorQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { ChecksTable } from './checks-table.tsx'
import { examinationsQuery } from './queries.ts'
import { RecordCheck } from './record-check.tsx'
import './prepare.css'

/** How far the questions were examined in each language, and where that is put on record. */
export function ChecksPage(): ReactNode {
  const { say } = useLanguage()
  const { data } = useQuery(examinationsQuery)
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const canRecord = door.me?.role === 'organiser'
  return (
    <>
      <PageHead title={say('checks.title')} lead={say('checks.lead')} />
      {data && <ChecksTable checks={data.examinations} />}
      {data && data.examinations.length > 0 && (
        <Recorded checks={data.examinations} canWithdraw={canRecord} />
      )}
      {canRecord && <RecordCheck />}
    </>
  )
}

function Recorded({
  checks,
  canWithdraw,
}: {
  readonly checks: Examinations['examinations']
  readonly canWithdraw: boolean
}): ReactNode {
  const { say, date } = useLanguage()
  const client = useQueryClient()
  const withdrawing = useMutation<Examinations, Refused, OfKind>({
    mutationFn: (param) =>
      ask(Examinations, examinations[':locale'][':kind'].$delete({ param })),
    onSuccess: (left) => client.setQueryData(examinationsQuery.queryKey, left),
  })
  const nameOf = (locale: Locale, kind: OfKind['kind']): string =>
    `${languageNames[locale]}, ${say(`checks.kind.${kind}`)}`
  return (
    <Card title={say('checks.recorded')}>
      <ul>
        {checks.map(({ locale, kind, by, on, note, ...rest }) => (
          <li key={`${locale} ${kind}`}>
            {nameOf(locale, kind)}: {by}, {date(on)}
            {'people' in rest && ` (n = ${rest.people})`}
            {note && `. ${note}`}{' '}
            {canWithdraw && (
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => withdrawing.mutate({ locale, kind })}
              >
                {say('checks.withdraw', { what: nameOf(locale, kind) })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <RefusalNote refusal={withdrawing.error} />
    </Card>
  )
}
