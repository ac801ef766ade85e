import { NumberInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { ComponentId } from '#analysis/recommendation/components.ts'
import type { Portfolio } from '#server/programs/contract.ts'
import { useLanguage } from '../../language.tsx'
import { portfolioQuery } from '../../programs.ts'
import { Card } from '../../ui/card.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'

type Planned = Extract<Portfolio, { readonly kind: 'planned' }>

/** What a budget pays: the best program for it, and what it leaves open. */
export function BudgetCard({ id }: { readonly id: string }): ReactNode {
  const { say } = useLanguage()
  const [budget, setBudget] = useState(30)
  const { data, error } = useQuery(portfolioQuery(id, budget))
  return (
    <Card title={say('budget.title')}>
      <p className="quiet">{say('budget.lead')}</p>
      <NumberInput
        label={say('budget.label')}
        value={budget}
        onChange={(value) => typeof value === 'number' && setBudget(value)}
        min={0}
        max={1000}
        step={5}
        clampBehavior="strict"
        allowNegative={false}
        w={200}
      />
      <div aria-live="polite">
        <RefusalNote refusal={error} />
        {data?.kind === 'refused' && <p>{say(`budget.${data.reason}`)}</p>}
        {data?.kind === 'planned' && <Plan plan={data} />}
      </div>
    </Card>
  )
}

function Plan({ plan }: { readonly plan: Planned }): ReactNode {
  const { say, number } = useLanguage()
  const { coverage, uncovered, unmetDuties, heldBack, neighbours } = plan
  const percent = coverage.of === 0 ? 0 : Math.round((100 * coverage.after) / coverage.of)
  return (
    <>
      <p>
        {say('budget.result', { cost: number(plan.cost), percent })}{' '}
        {plan.overBudget > 0 && (
          <strong>{say('budget.over', { cost: number(plan.overBudget) })}</strong>
        )}
      </p>
      <ul>
        {plan.chosen.map(({ component, reason, cost }) => (
          <li key={component}>
            {say(`component.${component}`)} ({number(cost)}):{' '}
            {say(`budget.reason.${reason}`)}
          </li>
        ))}
      </ul>
      {unmetDuties.length > 0 && (
        <p className="warn">
          {say('budget.unmet')} <Names ids={unmetDuties.map((one) => one.component)} />
        </p>
      )}
      {uncovered.length > 0 && (
        <p>
          {say('budget.uncovered')}{' '}
          {uncovered.map(({ construct }) => say(`construct.${construct}`)).join(', ')}
        </p>
      )}
      {heldBack.map(({ component }) => (
        <HeldBack key={component} component={component} />
      ))}
      {plan.offeredByDefault.length > 0 && (
        <p>
          {say('budget.by-default')} <Names ids={plan.offeredByDefault} />
        </p>
      )}
      {neighbours && (
        <p className="quiet">
          {say('budget.less')} <Names ids={neighbours.less.dropped} />{' '}
          {say('budget.more')} <Names ids={neighbours.more.added} />
        </p>
      )}
    </>
  )
}

function HeldBack({ component }: { readonly component: ComponentId }): ReactNode {
  const { sayIf } = useLanguage()
  return <p className="quiet">{sayIf(`requires.${component}`)}</p>
}

function Names({ ids }: { readonly ids: readonly ComponentId[] }): ReactNode {
  const { say } = useLanguage()
  if (ids.length === 0) return <>{say('budget.nothing')}</>
  return <>{ids.map((id) => say(`component.${id}`)).join(', ')}.</>
}
