import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Fragment, type ReactNode } from 'react'
import {
  type Assessment,
  isReleased,
  type ReleasedAssessment,
} from '#server/assessments/contract.ts'
import { assessmentQuery, frontDoorQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { HiddenCard, StrengthsCard } from './carried-and-hidden.tsx'
import { GroupThemes } from './group-themes.tsx'
import { NeedCard } from './need-card.tsx'
import { OpenChecks } from './open-checks.tsx'
import { ParticipationCard } from './participation-card.tsx'
import { resultsQuery } from './queries.ts'
import { ReleaseCard } from './release-card.tsx'
import { UnsealCard } from './unseal-card.tsx'
import { UnsealingCard } from './unsealing-card.tsx'

/** What people told, as far as it may be shown. */
export function UnderstandPage(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useSuspenseQuery(assessmentQuery(id))
  // Asked here: when somebody else signs in, this page has to look for the assessment anew.
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  if (isReleased(assessment)) return <Findings id={id} />
  return (
    <>
      <BeforeRelease
        assessment={assessment}
        isOrganiser={door.me?.role === 'organiser'}
      />
      <GroupThemes id={id} />
    </>
  )
}

function BeforeRelease({
  assessment,
  isOrganiser,
}: {
  readonly assessment: Exclude<Assessment, ReleasedAssessment>
  readonly isOrganiser: boolean
}): ReactNode {
  const { say } = useLanguage()
  const { id } = assessment
  const compare = <CompareSources id={id} />
  switch (assessment.state) {
    case 'closed':
      return (
        <>
          <PageHead
            title={say('understand.title')}
            lead={say('understand.closed')}
            actions={compare}
          />
          {isOrganiser && <UnsealCard assessment={assessment} />}
        </>
      )
    case 'unsealing':
      return (
        <>
          <PageHead
            title={say('understand.title')}
            lead={say('understand.closed')}
            actions={compare}
          />
          <UnsealingCard id={id} canCount={isOrganiser} />
          {isOrganiser && assessment.example && <UnsealCard assessment={assessment} />}
        </>
      )
    case 'tallied':
      return (
        <>
          <PageHead
            title={say('understand.title')}
            lead={say('understand.tallied')}
            actions={compare}
          />
          <ReleaseCard assessment={assessment} />
        </>
      )
    case 'aborted':
    case 'shredded':
      return (
        <PageHead
          title={say('understand.title')}
          lead={say(`aborted.${assessment.abortedFor}`)}
        />
      )
    default:
      return (
        <PageHead
          title={say('understand.title')}
          lead={say('understand.not-yet')}
          actions={compare}
        />
      )
  }
}

/** What each source says of each need, and before the release how far they are. */
function CompareSources({ id }: { readonly id: string }): ReactNode {
  const { say } = useLanguage()
  return (
    <Link to={paths.sources} params={{ id }} className="button-link quiet-button">
      {say('sources.link')}
    </Link>
  )
}

/** The first screen: who answered, what is needed most, what goes well, what is not shown. */
function Findings({ id }: { readonly id: string }): ReactNode {
  const { say } = useLanguage()
  const { data, error } = useQuery(resultsQuery(id))
  if (error) return <RefusalNote refusal={error} />
  if (!data) return <p role="status">{say('understand.computing')}</p>
  const { release, needs } = data
  return (
    <>
      <PageHead
        title={say('understand.title')}
        lead={say('understand.lead')}
        actions={
          <Link to={paths.design} params={{ id }} className="button-link">
            {say('understand.design')}
          </Link>
        }
      />
      <ParticipationCard release={release} />
      <h2>{say('understand.needs')}</h2>
      <div className="three">
        {needs.needs.slice(0, 3).map((need) => (
          <NeedCard key={need.construct} need={need} />
        ))}
      </div>
      <div className="two">
        <StrengthsCard results={data} />
        <HiddenCard release={release} />
      </div>
      <GoOn id={id} isSecond={data.changes !== null} />
      <p className="quiet">{say('validity')}</p>
      <OpenChecks validation={needs.validation} />
      <p className="quiet">{say('judgement')}</p>
    </>
  )
}

const further = [
  { to: paths.needs, name: 'page.needs', text: 'go-on.needs' },
  { to: paths.units, name: 'page.units', text: 'go-on.units' },
  { to: paths.sources, name: 'sources.link', text: 'go-on.sources' },
  { to: paths.voices, name: 'page.voices', text: 'go-on.voices' },
  { to: paths.weight, name: 'page.weight', text: 'go-on.weight' },
] as const

const ofSecond = {
  to: paths.whatChanged,
  name: 'page.what-changed',
  text: 'go-on.what-changed',
} as const

/** Where the rest of the results is. */
function GoOn({
  id,
  isSecond,
}: {
  readonly id: string
  readonly isSecond: boolean
}): ReactNode {
  const { say } = useLanguage()
  return (
    <Card title={say('go-on.title')}>
      <dl className="facts">
        {[...further, ...(isSecond ? [ofSecond] : [])].map(({ to, name, text }) => (
          <Fragment key={to}>
            <dt>
              <Link to={to} params={{ id }}>
                {say(name)}
              </Link>
            </dt>
            <dd>{say(text)}</dd>
          </Fragment>
        ))}
      </dl>
    </Card>
  )
}
