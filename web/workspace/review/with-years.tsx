import { NativeSelect } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { periodInWords } from '#analysis/review/report-in-words.ts'
import type { Years } from '#server/annual-reports/contract.ts'
import { isReleased } from '#server/assessments/contract.ts'
import { useAnnualVoice, yearsQuery } from '../../annual-reports.ts'
import { assessmentQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'

export type KeptYear = Years['years'][number]

/** A page about one of the years that were reported; the latest unless another is chosen. */
export function WithYears({
  title,
  lead,
  children,
}: {
  readonly title: string
  readonly lead: string
  readonly children: (year: KeptYear, page: string) => ReactNode
}): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useSuspenseQuery(assessmentQuery(id))
  const isOpen = isReleased(assessment)
  const { data, error } = useQuery({ ...yearsQuery(id), enabled: isOpen })
  const { say } = useLanguage()
  if (!isOpen) return <PageHead title={title} lead={say('review.not-yet')} />
  return (
    <>
      <PageHead title={title} lead={lead} />
      <RefusalNote refusal={error} />
      {!data && !error && <p role="status">{say('understand.computing')}</p>}
      {data && <Chosen years={data.years} draw={(year) => children(year, data.page)} />}
    </>
  )
}

function Chosen({
  years,
  draw,
}: {
  readonly years: readonly KeptYear[]
  readonly draw: (year: KeptYear) => ReactNode
}): ReactNode {
  const { say } = useLanguage()
  const voice = useAnnualVoice()
  const [chosen, choose] = useState<string>()
  const year = years.find(({ id }) => id === chosen) ?? years[0]
  if (!year) {
    return (
      <Card title={say('year.none')}>
        <p>{say('review.none.text')}</p>
      </Card>
    )
  }
  return (
    <>
      {years.length > 1 && (
        <NativeSelect
          label={say('review.period')}
          value={year.id}
          data={years.map(({ id, report }) => ({
            value: id,
            label: periodInWords(report, voice),
          }))}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
          maw="24rem"
        />
      )}
      {draw(year)}
    </>
  )
}
