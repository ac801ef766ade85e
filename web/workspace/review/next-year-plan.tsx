import { NumberInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { NextYear } from '#server/follow-up/contract.ts'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'

type Proposal = NextYear['proposal']
type Planned = Extract<Proposal, { kind: 'planned' }>

/** Next year's program beside this year's: what is added, left out and kept, and why. */
export function NextYearPlan({
  id,
  proposal,
  budget,
  onBudget,
}: {
  readonly id: string
  readonly proposal: Proposal
  /** as somebody chose it; null while nobody did */
  readonly budget: number | null
  readonly onBudget: (budget: number) => void
}): ReactNode {
  const { say } = useLanguage()
  return (
    <Card title={say('waves.plan.title')}>
      {proposal.kind === 'refused' ? (
        <p>{say(`budget.${proposal.reason}`)}</p>
      ) : (
        <Plan plan={proposal} chosen={budget} onBudget={onBudget} />
      )}
      <p>
        <Link to={paths.design} params={{ id }}>
          {say('waves.plan.decide')}
        </Link>
      </p>
    </Card>
  )
}

function Plan({
  plan,
  chosen,
  onBudget,
}: {
  readonly plan: Planned
  readonly chosen: number | null
  readonly onBudget: (budget: number) => void
}): ReactNode {
  const { say, number } = useLanguage()
  const { budget, cost, overBudget, added, dropped, stays } = plan
  return (
    <div className="wave-form">
      <p className="quiet">{say('waves.plan.lead')}</p>
      <NumberInput
        label={say('budget.label')}
        min={0}
        max={1000}
        allowDecimal={false}
        clampBehavior="strict"
        value={chosen ?? budget}
        onChange={(value) => typeof value === 'number' && onBudget(value)}
      />
      <p role="status">
        <strong>
          {say('waves.plan.cost', { cost: number(cost), budget: number(budget) })}
        </strong>{' '}
        {overBudget > 0 && say('budget.over', { cost: number(overBudget) })}
      </p>
      <Parts
        title={say('waves.plan.added')}
        parts={added.map(({ component, reason }) => {
          return [component, say(`budget.reason.${reason}`)]
        })}
      />
      <Parts
        title={say('waves.plan.dropped')}
        parts={dropped.map(({ component, because }) => {
          return [component, say(`waves.dropped.${because}`)]
        })}
      />
      <Parts
        title={say('waves.plan.stays')}
        parts={stays.map(({ component, reason }) => {
          return [component, say(`budget.reason.${reason}`)]
        })}
      />
    </div>
  )
}

function Parts({
  title,
  parts,
}: {
  readonly title: string
  readonly parts: readonly (readonly [Planned['stays'][number]['component'], string])[]
}): ReactNode {
  const { say } = useLanguage()
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {parts.length === 0 && <p>{say('waves.plan.nothing')}</p>}
      <ul className="wave-parts">
        {parts.map(([component, why]) => (
          <li key={component}>
            {say(`component.${component}`)}: {why}
          </li>
        ))}
      </ul>
    </section>
  )
}
