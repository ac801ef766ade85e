import { Button, NumberInput, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ReachPage } from '#server/briefings/contract.ts'
import { ask, briefings, type Refused } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { useDraftOf } from '../use-draft.ts'
import { reachQuery } from './queries.ts'

type Counts = Readonly<Record<string, number>>

/** One total a unit; what may not be shown is refused and not kept. */
export function UnitTotalsForm({
  id,
  units,
}: {
  readonly id: string
  readonly units: ReachPage['units']
}): ReactNode {
  const { say, number } = useLanguage()
  const client = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const [counts, setCounts] = useDraftOf<Counts>(`unit-totals.${id}`, {})
  const saving = useMutation<ReachPage, Refused>({
    mutationFn: () =>
      ask(
        ReachPage,
        briefings[':id'].reach.$put({ param: { id }, json: { units: counts } }),
      ),
    onSuccess: (reach) => {
      client.setQueryData(reachQuery(id).queryKey, reach)
      setCounts({})
      setOpen(false)
    },
  })
  const change = (unit: string, value: number | string) => {
    const { [unit]: _before, ...others } = counts
    setCounts(value === '' ? others : { ...others, [unit]: Number(value) })
  }
  if (!isOpen) {
    return (
      <Button variant="default" onClick={() => setOpen(true)}>
        {say('reach.units.open')}
      </Button>
    )
  }
  return (
    <form
      aria-label={say('reach.units.open')}
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate()
      }}
    >
      <Stack>
        <div className="two">
          {units.map(({ unit, name, headcount }) => (
            <NumberInput
              key={unit}
              label={say('reach.units.field', { unit: name, people: number(headcount) })}
              min={0}
              allowDecimal={false}
              value={counts[unit] ?? ''}
              onChange={(value) => change(unit, value)}
            />
          ))}
        </div>
        <RefusalNote refusal={saving.error} />
        <div>
          <Button type="submit" loading={saving.isPending}>
            {say('reach.units.keep')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}
