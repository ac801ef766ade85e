import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { periodInWords } from '#analysis/review/report-in-words.ts'
import { deliveriesQuery, useAnnualVoice } from '../../annual-reports.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { BringTotals } from './bring-totals.tsx'

/** Where a provider brings the totals of a year. Nothing else of the organization is shown. */
export function DeliverPage(): ReactNode {
  const { say } = useLanguage()
  const { data, error } = useQuery(deliveriesQuery)
  const [chosen, choose] = useState<string>()
  const deliveries = data?.deliveries ?? []
  const delivery = deliveries.find(({ id }) => id === chosen) ?? deliveries[0]
  return (
    <div className="page narrow">
      <PageHead title={say('totals.title')} lead={say('totals.lead')} />
      <RefusalNote refusal={error} />
      {data && !delivery && <p>{say('deliver.none')}</p>}
      {deliveries.length > 1 && (
        <NativeSelect
          label={say('deliver.for')}
          value={delivery?.id ?? ''}
          data={deliveries.map(({ id, name, organization }) => ({
            value: id,
            label: `${organization}, ${name}`,
          }))}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        />
      )}
      {delivery && (
        <>
          <Delivered told={delivery.told} />
          <BringTotals key={delivery.id} id={delivery.id} />
        </>
      )}
    </div>
  )
}

function Delivered({
  told,
}: {
  readonly told: readonly { readonly from: string; readonly to: string }[]
}): ReactNode {
  const { say } = useLanguage()
  const voice = useAnnualVoice()
  if (told.length === 0) return null
  return (
    <Card title={say('deliver.told')}>
      <ul>
        {told.map((period) => (
          <li key={period.from}>{periodInWords(period, voice)}</li>
        ))}
      </ul>
    </Card>
  )
}
