import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Assessment } from '#server/assessments/contract.ts'
import { interviews, type Refused, settle } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { FinalButton } from '../../ui/final-button.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { interviewsQuery } from './queries.ts'

/** The managers that were interviewed about their teams. */
export function Interviews({
  assessment,
  canAdd,
}: {
  readonly assessment: Assessment
  readonly canAdd: boolean
}): ReactNode {
  const { say, month: written } = useLanguage()
  const client = useQueryClient()
  const { id, counted } = assessment
  const { data } = useQuery(interviewsQuery(id))
  const names = new Map(counted.map((unit) => [unit.id, unit.name]))
  const removing = useMutation<void, Refused, string>({
    mutationFn: (interview) =>
      settle(interviews[':id'][':interview'].$delete({ param: { id, interview } })),
    onSettled: () => client.invalidateQueries(interviewsQuery(id)),
  })
  return (
    <Card title={say('interviews.title')}>
      <p className="quiet">{say('interviews.text')}</p>
      <ul className="plain-list">
        {data?.map(({ id: interview, unit, month }) => (
          <li key={interview}>
            <span>
              {names.get(unit)} · {written(month)}
            </span>
            {canAdd && (
              <FinalButton
                variant="subtle"
                size="compact-sm"
                label={say('remove')}
                name={say('interviews.remove', { unit: names.get(unit) ?? unit })}
                onConfirm={() => removing.mutate(interview)}
              />
            )}
          </li>
        ))}
      </ul>
      <RefusalNote refusal={removing.error} />
      {canAdd && (
        <Link
          to={paths.newInterview}
          params={{ id }}
          className="button-link quiet-button"
        >
          {say('interviews.add')}
        </Link>
      )}
    </Card>
  )
}
