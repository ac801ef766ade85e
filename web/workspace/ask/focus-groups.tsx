import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type Assessment, isReleased } from '#server/assessments/contract.ts'
import { focusGroups, type Refused, settle } from '../../api.ts'
import { releasedThemesQuery } from '../../coded-themes/released-themes.ts'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { FinalButton } from '../../ui/final-button.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { sessionsQuery } from './queries.ts'

/** The focus groups that were held. */
export function FocusGroups({
  assessment,
  canAdd,
}: {
  readonly assessment: Assessment
  readonly canAdd: boolean
}): ReactNode {
  const { say, count, month: written } = useLanguage()
  const client = useQueryClient()
  const { id } = assessment
  const { data: sessions } = useQuery(sessionsQuery(id))
  const { data: themes } = useQuery(releasedThemesQuery(id))
  const removing = useMutation<void, Refused, string>({
    mutationFn: (session) =>
      settle(focusGroups[':id'][':session'].$delete({ param: { id, session } })),
    onSettled: () => client.invalidateQueries(sessionsQuery(id)),
  })
  const areCoded = themes?.state === 'locked'
  const mayComeLater = isReleased(assessment) && !areCoded
  return (
    <Card title={say('groups.title')}>
      <p className="quiet">{say('groups.text')}</p>
      {mayComeLater && <p className="quiet">{say('sources.late.groups')}</p>}
      {areCoded && <p>{say('groups.coded')}</p>}
      <ul className="plain-list">
        {sessions?.map(({ id: session, month, participants, counted }) => (
          <li key={session}>
            <span>
              {written(month)} · {count('groups.people', participants)}
              {!counted && ` · ${say('groups.too-small')}`}
            </span>
            {canAdd && (
              <FinalButton
                variant="subtle"
                size="compact-sm"
                label={say('remove')}
                name={say('groups.remove', { month: written(month) })}
                onConfirm={() => removing.mutate(session)}
              />
            )}
          </li>
        ))}
      </ul>
      <RefusalNote refusal={removing.error} />
      <Link to={paths.groups} params={{ id }} className="button-link">
        {say('groups.plan.link')}
      </Link>
      {canAdd && !areCoded && (
        <Link to={paths.newGroup} params={{ id }} className="button-link quiet-button">
          {say('groups.elsewhere')}
        </Link>
      )}
    </Card>
  )
}
