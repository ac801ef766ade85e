import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { assessmentQuery, frontDoorQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { LostInvitation } from './lost-invitation.tsx'
import { MailCard } from './mail-card.tsx'
import { PeopleList } from './people-list.tsx'
import { invitationsQuery } from './queries.ts'
import { UnitWays } from './unit-ways.tsx'

/** Whom to invite, by which way, and the mail. The employee side sees how, and changes nothing. */
export function InvitationsPage(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useSuspenseQuery(assessmentQuery(id))
  const { say } = useLanguage()
  const { state } = assessment
  if (state === 'draft' || state === 'reviewed') {
    return <PageHead title={say('invitations.title')} lead={say('invitations.not-yet')} />
  }
  if (state !== 'frozen' && state !== 'open') {
    return <PageHead title={say('invitations.title')} lead={say('invitations.over')} />
  }
  return (
    <>
      <PageHead title={say('invitations.title')} lead={say('invitations.lead')} />
      <Inviting id={id} isOpen={state === 'open'} />
    </>
  )
}

function Inviting({
  id,
  isOpen,
}: {
  readonly id: string
  readonly isOpen: boolean
}): ReactNode {
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const { data: invitations, error } = useQuery(invitationsQuery(id))
  const isOrganiser = door.me?.role === 'organiser'
  if (!invitations) return <RefusalNote refusal={error} />
  return (
    <>
      {isOrganiser && <PeopleList id={id} />}
      <UnitWays id={id} units={invitations.units} canChange={isOrganiser} />
      <MailCard id={id} invitations={invitations} canSend={isOrganiser} isOpen={isOpen} />
      {isOrganiser && (
        <LostInvitation id={id} units={invitations.units} isOpen={isOpen} />
      )}
    </>
  )
}
