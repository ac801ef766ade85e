import { Button, NumberInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { componentOf } from '#analysis/recommendation/components.ts'
import type { Program } from '#server/programs/contract.ts'
import { programs } from '../../api.ts'
import { portfolioQuery } from '../../programs.ts'
import { Card } from '../../ui/card.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { BudgetPlan } from './budget-plan.tsx'
import { useDeed } from './use-deed.ts'
import { useProgramLanguage } from './use-program-language.ts'

const firstBudget = 20

/** The best program for the money, worked out again as the slider moves. */
export function BudgetCard({
  id,
  program,
  canDecide,
  chosen,
  onChoose,
}: {
  readonly id: string
  readonly program: Program
  readonly canDecide: boolean
  /** as the address has it */
  readonly chosen: number | undefined
  readonly onChoose: (budget: number) => void
}): ReactNode {
  const { say, signature, number } = useProgramLanguage()
  const kept = program.budget?.budget ?? null
  const [budget, setBudget] = useState(chosen ?? kept ?? firstBudget)
  const [settled] = useDebouncedValue(budget, 200)
  useEffect(() => {
    if (settled !== (chosen ?? kept ?? firstBudget)) onChoose(settled)
  }, [settled, chosen, kept, onChoose])
  const { data, error } = useQuery(portfolioQuery(id, settled, program.changed))
  const most = costOfEverything(program)
  return (
    <Card title={say('budget.title')}>
      <p className="quiet">{say('budget.lead')}</p>
      <div className="budget">
        <input
          type="range"
          min={0}
          max={Math.max(most, budget)}
          step={1}
          value={budget}
          aria-label={say('budget.slider')}
          aria-valuetext={say('budget.points', { budget: number(budget) })}
          onChange={({ currentTarget }) => setBudget(Number(currentTarget.value))}
        />
        <NumberInput
          label={say('budget.label')}
          value={budget}
          onChange={(value) => typeof value === 'number' && setBudget(Math.round(value))}
          min={0}
          max={1000}
          clampBehavior="strict"
          allowDecimal={false}
          w={200}
        />
      </div>
      <RefusalNote refusal={error} />
      {data && <BudgetPlan plan={data} program={program} />}
      {program.budget && kept !== null && (
        <p className="quiet">
          {say('budget.kept', { budget: number(kept) })} ({signature(program.budget)})
        </p>
      )}
      {canDecide && <KeepBudget id={id} program={program} budget={budget} />}
    </Card>
  )
}

function KeepBudget({
  id,
  program,
  budget,
}: {
  readonly id: string
  readonly program: Program
  readonly budget: number
}): ReactNode {
  const { say, number } = useProgramLanguage()
  const keeping = useDeed<number | null>(id, (kept) =>
    programs[':id'].budget.$post({
      param: { id },
      json: { budget: kept, seen: program.last },
    }),
  )
  const kept = program.budget?.budget ?? null
  return (
    <div className="row">
      {kept !== budget && (
        <Button
          variant="default"
          size="sm"
          loading={keeping.isPending}
          onClick={() => keeping.mutate(budget)}
        >
          {say('budget.keep', { budget: number(budget) })}
        </Button>
      )}
      {kept !== null && (
        <Button variant="subtle" size="sm" onClick={() => keeping.mutate(null)}>
          {say('budget.forget')}
        </Button>
      )}
      <RefusalNote refusal={keeping.error} />
    </div>
  )
}

/** So much money buys everything worth offering: there the slider ends. */
function costOfEverything({ recommendations }: Program): number {
  return recommendations
    .filter(({ tier }) => tier !== 'not-now' && tier !== 'do-not-offer')
    .reduce((sum, { component }) => sum + componentOf(component).relativeCost, 0)
}
