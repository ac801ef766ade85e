import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { Actions, Changes, NextYear } from '#server/follow-up/contract.ts'
import { NextWave, UnitPairs } from '#server/waves/contract.ts'
import { ask, followUp, type Refused, waves } from '../../api.ts'

export const nextWaveQuery = (id: string) =>
  queryOptions<NextWave, Refused>({
    queryKey: ['next-wave', id],
    queryFn: () => ask(NextWave, waves[':id'].next.$get({ param: { id } })),
  })

export const unitPairsQuery = (id: string) =>
  queryOptions<UnitPairs, Refused>({
    queryKey: ['unit-pairs', id],
    queryFn: () => ask(UnitPairs, waves[':id'].units.$get({ param: { id } })),
  })

export const changesQuery = (id: string) =>
  queryOptions<Changes, Refused>({
    queryKey: ['changes', id],
    queryFn: () => ask(Changes, followUp[':id'].changes.$get({ param: { id } })),
  })

export const actionsQuery = (id: string) =>
  queryOptions<Actions, Refused>({
    queryKey: ['actions', id],
    queryFn: () => ask(Actions, followUp[':id'].actions.$get({ param: { id } })),
  })

/** @param budget cost points; null for as many as this year's program costs */
export const nextYearQuery = (id: string, budget: number | null) =>
  queryOptions<NextYear, Refused>({
    queryKey: ['next-year', id, budget],
    queryFn: () => {
      const query = budget === null ? {} : { budget }
      return ask(NextYear, followUp[':id']['next-year'].$get({ param: { id }, query }))
    },
    placeholderData: keepPreviousData,
  })
