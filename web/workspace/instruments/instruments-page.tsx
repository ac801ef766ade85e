import {
  useMutation,
  useQuery,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type Assessment, isChangeable } from '#server/assessments/contract.ts'
import { instruments, type Refused, settle } from '../../api.ts'
import { assessmentQuery, frontDoorQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { BringInstrument } from './bring-instrument.tsx'
import { ExportLinks } from './export-links.tsx'
import { KeptInstrumentView } from './kept-instrument.tsx'
import { instrumentsQuery } from './queries.ts'
import './instruments.css'

/** Questionnaires from other tools and to them. The employee side sees them, and changes nothing. */
export function InstrumentsPage(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useSuspenseQuery(assessmentQuery(id))
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const { say } = useLanguage()
  const { me } = door
  const canChange = isChangeable(assessment) && me?.role === 'organiser'
  return (
    <>
      <PageHead
        title={say('instruments.title')}
        lead={say('instruments.lead')}
        actions={
          <Link to={paths.prepare} params={{ id }} className="button-link quiet-button">
            {say('instruments.back')}
          </Link>
        }
      />
      {canChange && <BringInstrument id={id} me={me.name} />}
      <Kept assessment={assessment} canChange={canChange} />
      <Card title={say('instruments.own')}>
        <p>{say('instruments.own.text')}</p>
        <ExportLinks path={`${id}/own`} name={say('instruments.own')} />
      </Card>
    </>
  )
}

function Kept({
  assessment: { id, languages },
  canChange,
}: {
  readonly assessment: Assessment
  readonly canChange: boolean
}): ReactNode {
  const { say } = useLanguage()
  const client = useQueryClient()
  const { data, error } = useQuery(instrumentsQuery(id))
  const removing = useMutation<void, Refused, string>({
    mutationFn: (instrument) =>
      settle(
        instruments[':id'].instruments[':instrument'].$delete({
          param: { id, instrument },
        }),
      ),
    onSettled: () => client.invalidateQueries(instrumentsQuery(id)),
  })
  return (
    <Card title={say('instruments.kept')}>
      {data?.instruments.length === 0 && (
        <p className="quiet">{say('instruments.kept.none')}</p>
      )}
      {data?.instruments.map((kept) => (
        <KeptInstrumentView
          key={kept.id}
          id={id}
          kept={kept}
          languages={languages}
          onRemove={canChange ? () => removing.mutate(kept.id) : undefined}
        />
      ))}
      <RefusalNote refusal={error ?? removing.error} />
    </Card>
  )
}
