import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { isReleased } from '#server/assessments/contract.ts'
import { assessmentQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { LongWorkNote, useLongWork } from '../../long-work.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { DocumentsCard } from './documents-card.tsx'
import { EmployeePageCard } from './employee-page-card.tsx'
import { ExportCard } from './export-card.tsx'
import { makeReports, reportsQuery } from './queries.ts'
import { UnitSheetCard } from './unit-sheet-card.tsx'

/** Who can get what of the release: the same for both sides. */
export function ReportPage(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useQuery(assessmentQuery(id))
  const { data, error } = useQuery(reportsQuery(id))
  const { say, date } = useLanguage()
  if (!assessment) return null
  const lead = isReleased(assessment)
    ? say('reports.lead', { date: date(assessment.releasedOn) })
    : say('reports.early')
  return (
    <>
      <PageHead title={say('reports.title')} lead={lead} />
      <RefusalNote refusal={error} />
      {data && <EmployeePageCard assessment={assessment} page={data.page} />}
      {data && isReleased(assessment) && (
        <>
          {data.made ? (
            <>
              <DocumentsCard id={id} made={data.made} />
              <UnitSheetCard id={id} units={data.made.units} />
            </>
          ) : (
            <MakeDocuments id={id} />
          )}
          <ExportCard id={id} />
        </>
      )}
    </>
  )
}

function MakeDocuments({ id }: { readonly id: string }): ReactNode {
  const { say } = useLanguage()
  const work = useLongWork(id, () => makeReports(id))
  return (
    <Card title={say('reports.documents')}>
      <p>{say('reports.make.text')}</p>
      <Button onClick={work.start} loading={work.isUnderWay}>
        {say('reports.make')}
      </Button>
      <LongWorkNote work={work} label={say('reports.making')} />
    </Card>
  )
}
