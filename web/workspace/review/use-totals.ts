import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AnnualLine } from '#analysis/review/annual-lines.ts'
import {
  Deliveries,
  type KeepTotals,
  TotalsPreview,
  type TotalsTold,
} from '#server/annual-reports/contract.ts'
import { deliveriesQuery, yearsQuery } from '../../annual-reports.ts'
import { ask, deliveries, type Refused } from '../../api.ts'
import { useDraftOf } from '../use-draft.ts'

export type Values = Readonly<Partial<Record<AnnualLine, string>>>

/** Totals somebody works on: another letter, and what was looked at no longer counts. */
export function useTotals(id: string) {
  const client = useQueryClient()
  const [csv, setCsv] = useState('')
  const [values, keepValues] = useDraftOf<Values>(`totals.${id}`, {})
  const [lookedAt, setLookedAt] = useState<TotalsTold | null>(null)
  const looking = useMutation<TotalsPreview, Refused, TotalsTold>({
    mutationFn: (told) => {
      setLookedAt(told)
      return ask(
        TotalsPreview,
        deliveries[':id'].preview.$post({ param: { id }, json: told }),
      )
    },
  })
  const keeping = useMutation<Deliveries, Refused, KeepTotals>({
    mutationFn: (totals) =>
      ask(Deliveries, deliveries[':id'].report.$put({ param: { id }, json: totals })),
    onSuccess: (kept) => {
      client.setQueryData(deliveriesQuery.queryKey, kept)
      void client.invalidateQueries(yearsQuery(id))
      setCsv('')
      keepValues({})
    },
  })
  const changed = (): void => {
    looking.reset()
    keeping.reset()
  }
  return {
    csv,
    values,
    looking,
    keeping,
    writeCsv: (text: string): void => {
      setCsv(text)
      changed()
    },
    writeValue: (line: AnnualLine, value: string): void => {
      const { [line]: _, ...others } = values
      keepValues(value === '' ? others : { ...others, [line]: value })
      changed()
    },
    fill: (all: Values): void => {
      keepValues(all)
      changed()
    },
    keep: (outcome: string): void => {
      if (lookedAt) keeping.mutate({ told: lookedAt, outcome })
    },
  }
}
