import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import {
  type Assessment,
  isReleased,
  type ReleasedAssessment,
} from '#server/assessments/contract.ts'
import { assessmentQuery, frontDoorQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { useRateWords } from '../../ui/rate.ts'
import { RefusalNote } from '../../ui/refusal.tsx'
import { AllNeeds } from './all-needs.tsx'
import { BesideTheCore } from './beside-the-core.tsx'
import { HiddenCard, StrengthsCard } from './carried-and-hidden.tsx'
import { Choices } from './choices.tsx'
import { ExportCard } from './export-card.tsx'
import { GroupThemes } from './group-themes.tsx'
import { Heatmap } from './heatmap.tsx'
import { ManagerVoicesCard } from './manager-voices.tsx'
import { MeasuredCard } from './measured-card.tsx'
import { NeedCard } from './need-card.tsx'
import { OpenChecks } from './open-checks.tsx'
import { resultsQuery } from './queries.ts'
import { ReleaseCard } from './release-card.tsx'
import { SignedRelease } from './signed-release.tsx'
import { SourcesThere } from './sources-there.tsx'
import { UnsealCard } from './unseal-card.tsx'
import { UnsealingCard } from './unsealing-card.tsx'

/** What people told, as far as it may be shown. */
export function UnderstandPage(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useSuspenseQuery(assessmentQuery(id))
  // Asked here: when somebody else signs in, this page has to look for the assessment anew.
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  if (isReleased(assessment)) return <Findings assessment={assessment} />
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

function Findings({
  assessment: { id, questions },
}: {
  readonly assessment: ReleasedAssessment
}): ReactNode {
  const { say, number } = useLanguage()
  const rate = useRateWords()
  const { data, error } = useQuery(resultsQuery(id))
  if (error) return <RefusalNote refusal={error} />
  if (!data) return <p role="status">{say('understand.computing')}</p>
  const { release, needs } = data
  const { headcount, responseRate } = release.organization
  return (
    <>
      <PageHead
        title={say('understand.title')}
        lead={
          headcount === null
            ? undefined
            : say('understand.answered', {
                rate: rate(responseRate),
                people: number(headcount),
              })
        }
        actions={
          <>
            <CompareSources id={id} />
            <Link to={paths.design} params={{ id }} className="button-link">
              {say('understand.design')}
            </Link>
          </>
        }
      />
      <div className="three">
        {needs.needs.slice(0, 3).map((need) => (
          <NeedCard key={need.construct} need={need} />
        ))}
      </div>
      <SourcesThere id={id} results={data} />
      <div className="two">
        <StrengthsCard results={data} />
        <HiddenCard release={release} />
      </div>
      <Heatmap release={release} />
      <AllNeeds results={data} />
      <div className="two">
        <Choices
          title={say('understand.wanted')}
          prefix="option.wanted-services"
          figures={release.wanted}
        />
        <Choices
          title={say('understand.barriers')}
          prefix="option.barriers"
          figures={release.barriers}
        />
      </div>
      <BesideTheCore questions={questions} results={data} />
      <GroupThemes id={id} />
      <ManagerVoicesCard id={id} />
      <MeasuredCard results={data} />
      <div className="two">
        <SignedRelease id={id} />
        <ExportCard id={id} />
      </div>
      <p className="quiet">{say('validity')}</p>
      <OpenChecks validation={needs.validation} />
      <p className="quiet">{say('judgement')}</p>
    </>
  )
}
