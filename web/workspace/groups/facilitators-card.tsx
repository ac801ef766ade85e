import type { ReactNode } from 'react'
import type { GroupsOfAssessment } from '#server/group-studies/contract.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'

/** Who may hold groups, and whether they signed the rules of conduct. */
export function FacilitatorsCard({
  groups: { facilitators },
}: {
  readonly groups: GroupsOfAssessment
}): ReactNode {
  const { say, date } = useLanguage()
  return (
    <Card title={say('groups.facilitators.title')}>
      {facilitators.length === 0 && <p>{say('groups.facilitators.none')}</p>}
      <ul className="plain-list">
        {facilitators.map(({ id, name, conduct }) => (
          <li key={id}>
            <span>
              {name}:{' '}
              {conduct
                ? say('groups.facilitator.signed', { date: date(conduct.on) })
                : say('groups.facilitator.unsigned')}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
