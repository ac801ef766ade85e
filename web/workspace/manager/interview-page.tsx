import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useLanguage } from '../../language.tsx'
import { ShownLink } from '../../manager-interview/shown-link.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { useLinkSecret } from '../../use-link-secret.ts'
import { ApproveSummary } from './approve-summary.tsx'
import { BeforeBeginning, Worried } from './before-beginning.tsx'
import { doorQuery, type Opened } from './door-query.ts'
import { PrepareInterview } from './prepare-interview.tsx'

/** The page of one manager: prepare, hand in, read the summary, approve. Without an account. */
export function InterviewPage(): ReactNode {
  const { say } = useLanguage()
  const link = useLinkSecret()
  const { data, error } = useQuery({ ...doorQuery(link), enabled: link !== '' })
  if (!data) {
    return (
      <div className="page narrow">
        <PageHead
          title={say('interview.title')}
          lead={link ? undefined : say('interview.again')}
        />
        <RefusalNote refusal={error} />
      </div>
    )
  }
  const { assessment, team } = data.door
  return (
    <div className="page narrow">
      <PageHead
        title={say('interview.title')}
        lead={`${assessment.organization}: ${team.join(', ')}`}
      />
      <Late door={data.door} />
      {assessment.example && <p className="example-band">{say('example.band')}</p>}
      <NextThing link={link} opened={data} />
    </div>
  )
}

/** That the results are out, and what becomes of what is said now. */
function Late({ door }: Pick<Opened, 'door'>): ReactNode {
  const { say, date } = useLanguage()
  if (!door.heardUntil) return null
  return <p>{say('sources.late.manager', { day: date(door.heardUntil) })}</p>
}

function NextThing({
  link,
  opened,
}: {
  readonly link: string
  readonly opened: Opened
}): ReactNode {
  const { say } = useLanguage()
  const [hasBegun, setBegun] = useState(false)
  switch (opened.door.state) {
    case 'planned':
      return hasBegun ? (
        <PrepareInterview link={link} opened={opened} onLeave={() => setBegun(false)} />
      ) : (
        <BeforeBeginning opened={opened} onBegin={() => setBegun(true)} />
      )
    case 'prepared':
      return (
        <>
          <Card title={say('interview.handed')}>
            <p role="status">{say('interview.handed.text')}</p>
            <ShownLink
              label={say('interview.own-link')}
              link={`${window.location.origin}${paths.interview}#${opened.secret}`}
            />
          </Card>
          <Worried door={opened.door} />
        </>
      )
    case 'talked':
      return <ApproveSummary link={link} opened={opened} content={opened.door.content} />
    case 'approved':
      return (
        <Card title={say('interview.approved')}>
          <p role="status">{say('interview.approved.text')}</p>
        </Card>
      )
  }
}
