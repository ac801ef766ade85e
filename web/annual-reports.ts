import { queryOptions } from '@tanstack/react-query'
import type { AnnualVoice } from '#analysis/review/annual-voice.ts'
import { Deliveries, Years } from '#server/annual-reports/contract.ts'
import { annualReports, ask, deliveries, type Refused } from './api.ts'
import { type Language, useLanguage } from './language.tsx'

export const yearsQuery = (id: string) =>
  queryOptions<Years, Refused>({
    queryKey: ['years', id],
    queryFn: () => ask(Years, annualReports[':id'].$get({ param: { id } })),
  })

export const deliveriesQuery = queryOptions<Deliveries, Refused>({
  queryKey: ['deliveries'],
  queryFn: () => ask(Deliveries, deliveries.index.$get()),
})

/** The language of the page, for sentences that documents say too. */
export function useAnnualVoice(): AnnualVoice {
  const language: Language = useLanguage()
  const { locale, say } = language
  return { locale, say, need: (id) => say(`construct.${id}`) }
}
