import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Taken } from '#server/group-seats/contract.ts'
import { type GroupSession, GroupsOfAssessment } from '#server/group-studies/contract.ts'
import { ask, groupStudies } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { FinalButton } from '../../ui/final-button.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { seatsQuery, useGroupsChange } from './queries.ts'
import { SessionFacts, useSessionName, useTakenWords } from './session-facts.tsx'
import { SessionForm } from './session-form.tsx'

/** Every group that is planned, and how full it is. */
export function SessionsCard({
  id,
  groups,
  canPlan,
}: {
  readonly id: string
  readonly groups: GroupsOfAssessment
  readonly canPlan: boolean
}): ReactNode {
  const { say } = useLanguage()
  const { data: seats } = useQuery(seatsQuery(id))
  const [isPlanning, setPlanning] = useState(false)
  const [isSaved, setSaved] = useState(false)
  const { sessions, study } = groups
  const isLocked = sessions.some(({ state }) => state === 'locked')
  return (
    <Card title={say('groups.sessions.title')}>
      {sessions.length === 0 && <p>{say('groups.sessions.none')}</p>}
      <ul className="plain-list group-sessions">
        {sessions.map((session) => (
          <li key={session.id}>
            <OneSession
              id={id}
              session={session}
              taken={seats?.sessions.find((one) => one.session === session.id)?.taken}
              canPlan={canPlan}
            />
          </li>
        ))}
      </ul>
      <p role="status">{isSaved && say('groups.session.saved')}</p>
      {canPlan && study && isPlanning && (
        <SessionForm
          id={id}
          study={study}
          facilitators={groups.facilitators}
          onSaved={() => {
            setPlanning(false)
            setSaved(true)
          }}
        />
      )}
      {canPlan && isLocked && <p className="quiet">{say('refusal.coding-locked')}</p>}
      {canPlan && !isPlanning && !isLocked && (
        <Button
          onClick={() => {
            setPlanning(true)
            setSaved(false)
          }}
        >
          {say('groups.session.plan')}
        </Button>
      )}
    </Card>
  )
}

function OneSession({
  id,
  session,
  taken,
  canPlan,
}: {
  readonly id: string
  readonly session: GroupSession
  readonly taken: Taken | undefined
  readonly canPlan: boolean
}): ReactNode {
  const { say } = useLanguage()
  const nameOf = useSessionName()
  const takenWords = useTakenWords()
  const name = nameOf(session)
  const { state } = session
  return (
    <section aria-label={name}>
      <h3>{name}</h3>
      <SessionFacts session={session} />
      <p>
        {say(`groups.state.${state}`)}
        {taken && ` · ${takenWords(taken)}`}
      </p>
      {canPlan && <Moves id={id} session={session} name={name} />}
    </section>
  )
}

function Moves({
  id,
  session: { id: session, state },
  name,
}: {
  readonly id: string
  readonly session: GroupSession
  readonly name: string
}): ReactNode {
  const { say } = useLanguage()
  const at = groupStudies[':id'].sessions[':session']
  const inviting = useGroupsChange(id, () =>
    ask(GroupsOfAssessment, at.invite.$post({ param: { id, session } })),
  )
  const callingOff = useGroupsChange(id, () =>
    ask(GroupsOfAssessment, at.$delete({ param: { id, session } })),
  )
  if (state !== 'planned' && state !== 'invited') return null
  const isPlanned = state === 'planned'
  return (
    <>
      <Group>
        {isPlanned && (
          <Button
            loading={inviting.isPending}
            onClick={() => inviting.mutate(undefined)}
            aria-label={say('groups.session.invite.name', { session: name })}
          >
            {say('groups.session.invite')}
          </Button>
        )}
        <FinalButton
          variant="subtle"
          loading={callingOff.isPending}
          label={say(isPlanned ? 'remove' : 'groups.session.cancel')}
          name={say(isPlanned ? 'groups.session.remove' : 'groups.session.cancel.name', {
            session: name,
          })}
          onConfirm={() => callingOff.mutate(undefined)}
        />
      </Group>
      <RefusalNote refusal={inviting.error ?? callingOff.error} />
    </>
  )
}
