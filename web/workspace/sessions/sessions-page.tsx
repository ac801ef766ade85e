import { NativeSelect } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { isReleased } from '#server/assessments/contract.ts'
import type { Schedule } from '#server/briefings/contract.ts'
import { languageNames } from '#surveys/locale.ts'
import { assessmentQuery, frontDoorQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { scheduleQuery } from './queries.ts'
import { RemindersCard } from './reminders-card.tsx'
import { SessionsCard } from './sessions-card.tsx'
import { TalksCard } from './talks-card.tsx'

/** When and where the program is introduced. */
export function SessionsPage(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useSuspenseQuery(assessmentQuery(id))
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const { data, error } = useQuery({
    ...scheduleQuery(id),
    enabled: isReleased(assessment),
  })
  const { say } = useLanguage()
  if (!isReleased(assessment)) {
    return <PageHead title={say('sessions.page')} lead={say('understand.not-yet')} />
  }
  const canPlan = door.me?.role === 'organiser'
  return (
    <>
      <PageHead title={say('sessions.page')} lead={say('sessions.page.lead')} />
      <RefusalNote refusal={error} />
      {data && (
        <>
          <SessionsCard id={id} schedule={data} canPlan={canPlan} />
          <TalksCard id={id} schedule={data} />
          <PublicCard schedule={data} />
          <FilesCard id={id} schedule={data} />
          <RemindersCard reminders={data.reminders} />
        </>
      )}
    </>
  )
}

function PublicCard({ schedule }: { readonly schedule: Schedule }): ReactNode {
  const { say } = useLanguage()
  const { page, published } = schedule
  return (
    <Card title={say('sessions.public')}>
      <p>{say('sessions.public.text')}</p>
      <p className="monospace">{page}</p>
      {published ? (
        <a href={new URL(page).pathname}>{say('sessions.public.open')}</a>
      ) : (
        <p>{say('sessions.public.not-yet')}</p>
      )}
    </Card>
  )
}

/** The files of a schedule, in a language to choose. */
export function FilesCard({
  id,
  schedule: { languages },
}: {
  readonly id: string
  readonly schedule: Schedule
}): ReactNode {
  const { say, locale } = useLanguage()
  const [chosen, setChosen] = useState<string>(
    languages.find((one) => one === locale) ?? languages[0] ?? 'en',
  )
  const at = `/api/office/briefings/${id}`
  return (
    <Card title={say('sessions.files')}>
      <NativeSelect
        label={say('sessions.files.language')}
        value={chosen}
        data={languages.map((value) => ({ value, label: languageNames[value] }))}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <div className="page-actions">
        <a className="button-link quiet-button" href={`${at}/notice/${chosen}`} download>
          {say('sessions.files.notice')}
        </a>
        <a
          className="button-link quiet-button"
          href={`${at}/calendar/${chosen}`}
          download
        >
          {say('sessions.files.calendar')}
        </a>
      </div>
      <p className="quiet">{say('sessions.files.text')}</p>
    </Card>
  )
}
