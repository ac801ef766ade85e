import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Fragment, type ReactNode } from 'react'
import type { Assessment } from '#server/assessments/contract.ts'
import { interviewStates, type PlannedInterview } from '#server/interviews/contract.ts'
import { interviews, type Refused, settle } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { FinalButton } from '../../ui/final-button.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { interviewsQuery } from './queries.ts'
import { RenewInvitation } from './renew-invitation.tsx'

/** How far the interviews with managers are; never what one of them said. */
export function Interviews({
  assessment,
  canAdd,
}: {
  readonly assessment: Assessment
  readonly canAdd: boolean
}): ReactNode {
  const { say, number, date } = useLanguage()
  const { id } = assessment
  const { data } = useQuery(interviewsQuery(id))
  const until = data?.heardUntil
  const isOver =
    'abortedOn' in assessment || (until && until < new Date().toISOString().slice(0, 10))
  return (
    <Card title={say('interviews.title')}>
      <p className="quiet">{say('interviews.text')}</p>
      {data && (
        <dl className="facts">
          {interviewStates.map((state) => (
            <Fragment key={state}>
              <dt>{say(`interviews.state.${state}`)}</dt>
              <dd>{number(data.states[state])}</dd>
            </Fragment>
          ))}
        </dl>
      )}
      {until && !isOver && (
        <p className="quiet">{say('sources.late.organiser', { day: date(until) })}</p>
      )}
      {canAdd && !isOver && (
        <>
          <ul className="plain-list">
            {data?.planned.map((planned) => (
              <Planned key={planned.id} id={id} planned={planned} />
            ))}
          </ul>
          <Link
            to={paths.newInterview}
            params={{ id }}
            className="button-link quiet-button"
          >
            {say('interviews.add')}
          </Link>
        </>
      )}
    </Card>
  )
}

/** An invitation nobody has used: its link can be made anew, or taken back. */
function Planned({
  id,
  planned: { id: interview, label, units },
}: {
  readonly id: string
  readonly planned: PlannedInterview
}): ReactNode {
  const { say } = useLanguage()
  const client = useQueryClient()
  const removing = useMutation<void, Refused>({
    mutationFn: () =>
      settle(interviews[':id'][':interview'].$delete({ param: { id, interview } })),
    onSettled: () => client.invalidateQueries(interviewsQuery(id)),
  })
  return (
    <li>
      <span>
        {label} · {units.join(', ')}
      </span>
      <RenewInvitation id={id} interview={interview} label={label} />
      <FinalButton
        variant="subtle"
        size="compact-sm"
        label={say('remove')}
        name={say('interviews.remove', { label })}
        onConfirm={() => removing.mutate()}
      />
      <RefusalNote refusal={removing.error} />
    </li>
  )
}
