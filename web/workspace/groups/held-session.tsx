import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Taken } from '#server/group-seats/contract.ts'
import {
  type GroupSession,
  GroupsOfAssessment,
  type PowerCheck,
} from '#server/group-studies/contract.ts'
import { ask, groupStudies } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { roomPath } from '../../paths.ts'
import { RefusalNote } from '../../ui/refusal.tsx'
import { noneChecked, PowerTicks } from './power-ticks.tsx'
import { useGroupsChange } from './queries.ts'
import { SessionFacts, useSessionName, useTakenWords } from './session-facts.tsx'

/** A group as its facilitator sees it: how many come, and on its day the way to begin it. */
export function HeldSession({
  id,
  session,
  taken,
}: {
  readonly id: string
  readonly session: GroupSession
  readonly taken: Taken | undefined
}): ReactNode {
  const { say } = useLanguage()
  const nameOf = useSessionName()
  const takenWords = useTakenWords()
  const name = nameOf(session)
  return (
    <section aria-label={name}>
      <h3>{name}</h3>
      <SessionFacts session={session} />
      <p>
        {say(`groups.state.${session.state}`)}
        {taken && ` · ${takenWords(taken)}`}
      </p>
      {(session.state === 'invited' || session.state === 'held') && (
        <p>
          <a href={roomPath(id, session.id)}>{say('facilitate.room')}</a>
          <br />
          <span className="quiet">{say('facilitate.room.hint')}</span>
        </p>
      )}
      {session.state === 'invited' && <Begin id={id} session={session.id} name={name} />}
    </section>
  )
}

function Begin({
  id,
  session,
  name,
}: {
  readonly id: string
  readonly session: string
  readonly name: string
}): ReactNode {
  const { say } = useLanguage()
  const [powerCheck, setPowerCheck] = useState<PowerCheck>(noneChecked)
  const holding = useGroupsChange(id, () =>
    ask(
      GroupsOfAssessment,
      groupStudies[':id'].sessions[':session'].hold.$post({
        param: { id, session },
        json: { powerCheck },
      }),
    ),
  )
  return (
    <>
      <PowerTicks
        label={say('groups.session.power')}
        hint={say('facilitate.hold.look')}
        value={powerCheck}
        onChange={setPowerCheck}
      />
      <Button
        mt="sm"
        loading={holding.isPending}
        onClick={() => holding.mutate(undefined)}
        aria-label={say('facilitate.hold.name', { session: name })}
      >
        {say('facilitate.hold')}
      </Button>
      <RefusalNote refusal={holding.error} />
    </>
  )
}
