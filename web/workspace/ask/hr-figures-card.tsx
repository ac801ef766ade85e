import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { hrFiguresQuery } from '../../hr-figures.ts'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'

/** What the personnel office knows of groups: how much of it is kept, and where to bring it. */
export function HrFiguresCard({
  id,
  canAdd,
}: {
  readonly id: string
  readonly canAdd: boolean
}): ReactNode {
  const { say, number } = useLanguage()
  const { data } = useQuery(hrFiguresQuery(id))
  return (
    <Card title={say('hr.title')}>
      <p className="quiet">{say('hr.card')}</p>
      {data && <p>{say('hr.card.kept', { count: number(data.figures.length) })}</p>}
      <Link to={paths.indicators} params={{ id }} className="button-link quiet-button">
        {say(canAdd ? 'hr.card.open' : 'hr.card.see')}
      </Link>
    </Card>
  )
}
