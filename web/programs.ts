import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ComponentId } from '#analysis/recommendation/components.ts'
import {
  ExplanationInWords,
  Headlines,
  Portfolio,
  Program,
} from '#server/programs/contract.ts'
import { Log } from '#server/programs/log/contract.ts'
import type { Locale } from '#surveys/locale.ts'
import { ask, programs, type Refused } from './api.ts'

export const programQuery = (id: string) =>
  queryOptions<Program, Refused>({
    queryKey: ['program', id],
    queryFn: () => ask(Program, programs[':id'].$get({ param: { id } })),
  })

export const portfolioQuery = (id: string, budget: number, changed: number) =>
  queryOptions<Portfolio, Refused>({
    queryKey: ['portfolio', id, changed, budget],
    queryFn: () => {
      const query = { budget: String(budget) }
      return ask(Portfolio, programs[':id'].portfolio.$get({ param: { id }, query }))
    },
    placeholderData: keepPreviousData,
  })

/** @param changed the number of the last entry that changed the program */
export const explanationQuery = (
  id: string,
  component: ComponentId,
  locale: Locale,
  changed: number,
) =>
  queryOptions<ExplanationInWords, Refused>({
    queryKey: ['explanation', id, component, locale, changed],
    queryFn: () => {
      const door = programs[':id'].explanations[':locale'][':component']
      return ask(ExplanationInWords, door.$get({ param: { id, locale, component } }))
    },
  })

export const headlinesQuery = (id: string, locale: Locale, changed: number) =>
  queryOptions<Headlines, Refused>({
    queryKey: ['headlines', id, locale, changed],
    queryFn: () => {
      const door = programs[':id'].explanations[':locale']
      return ask(Headlines, door.$get({ param: { id, locale } }))
    },
  })

export const logQuery = (id: string) =>
  queryOptions<Log, Refused>({
    queryKey: ['program-log', id],
    queryFn: () => ask(Log, programs[':id'].log.$get({ param: { id } })),
  })
