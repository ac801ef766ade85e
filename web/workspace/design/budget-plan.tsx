import type { ReactNode } from 'react'
import type { ComponentId } from '#analysis/recommendation/components.ts'
import type { Portfolio, Program } from '#server/programs/contract.ts'
import { useLanguage } from '../../language.tsx'
import { isAdopted } from './decisions.ts'

type Planned = Extract<Portfolio, { kind: 'planned' }>

/** What a budget pays, what it leaves open, and how that differs from what is decided. */
export function BudgetPlan({
  plan,
  program,
}: {
  readonly plan: Portfolio
  readonly program: Program
}): ReactNode {
  const { say } = useLanguage()
  if (plan.kind === 'refused') return <p>{say(`budget.${plan.reason}`)}</p>
  return (
    <>
      <Result plan={plan} />
      <Compared plan={plan} program={program} />
      <LeftOpen plan={plan} />
      {plan.neighbours && (
        <p className="quiet">
          {say('budget.less')} <Names ids={plan.neighbours.less.dropped} />{' '}
          {say('budget.more')} <Names ids={plan.neighbours.more.added} />
        </p>
      )}
      <Chosen plan={plan} />
    </>
  )
}

function Result({ plan }: { readonly plan: Planned }): ReactNode {
  const { say, number } = useLanguage()
  const { coverage } = plan
  const percent = coverage.of === 0 ? 0 : Math.round((100 * coverage.after) / coverage.of)
  return (
    <p role="status">
      <strong>
        {say('budget.result', { cost: number(plan.cost), percent })}{' '}
        {say('budget.count', { count: number(plan.chosen.length) })}
      </strong>{' '}
      {plan.overBudget > 0 && (
        <strong className="warn">
          {say('budget.over', { cost: number(plan.overBudget) })}
        </strong>
      )}
    </p>
  )
}

/** What the plan holds that nobody decided, and what was decided that it leaves out. */
function Compared({
  plan,
  program,
}: {
  readonly plan: Planned
  readonly program: Program
}): ReactNode {
  const { say } = useLanguage()
  const decided = program.recommendations
    .filter((one) => isAdopted(one, program))
    .map(({ component }) => component)
  const planned = plan.chosen.map(({ component }) => component)
  const added = planned.filter((id) => !decided.includes(id))
  const dropped = decided.filter((id) => !planned.includes(id))
  if (added.length === 0 && dropped.length === 0) {
    return <p>{say('budget.as-decided')}</p>
  }
  return (
    <p>
      {say('budget.added')} <Names ids={added} /> {say('budget.dropped')}{' '}
      <Names ids={dropped} />
    </p>
  )
}

function LeftOpen({ plan }: { readonly plan: Planned }): ReactNode {
  const { say, sayIf } = useLanguage()
  const { uncovered, unmetDuties, heldBack, offeredByDefault } = plan
  return (
    <>
      {unmetDuties.length > 0 && (
        <p className="warn">
          {say('budget.unmet')}{' '}
          {unmetDuties
            .map(
              ({ component, because }) =>
                `${say(`component.${component}`)} (${say(`budget.because.${because}`)})`,
            )
            .join(', ')}
          .
        </p>
      )}
      {uncovered.length > 0 && (
        <p>
          {say('budget.uncovered')}{' '}
          {uncovered.map(({ construct }) => say(`construct.${construct}`)).join(', ')}
        </p>
      )}
      {heldBack.map(({ component }) => (
        <p key={component} className="quiet">
          {sayIf(`requires.${component}`)}
        </p>
      ))}
      {offeredByDefault.length > 0 && (
        <p>
          {say('budget.by-default')} <Names ids={offeredByDefault} />
        </p>
      )}
    </>
  )
}

function Chosen({ plan }: { readonly plan: Planned }): ReactNode {
  const { say, number } = useLanguage()
  return (
    <details>
      <summary>{say('budget.chosen')}</summary>
      <ul>
        {plan.chosen.map(({ component, reason, cost }) => (
          <li key={component}>
            {say(`component.${component}`)} ({number(cost)}):{' '}
            {say(`budget.reason.${reason}`)}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Names({ ids }: { readonly ids: readonly ComponentId[] }): ReactNode {
  const { say } = useLanguage()
  if (ids.length === 0) return <>{say('budget.nothing')}</>
  return <>{ids.map((id) => say(`component.${id}`)).join(', ')}.</>
}
