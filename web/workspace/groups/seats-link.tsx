import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { seatsQuery } from './queries.ts'

/** Where employees take seats: the same link for everybody. */
export function SeatsLink({ id }: { readonly id: string }): ReactNode {
  const { say } = useLanguage()
  const { data: seats, error } = useQuery(seatsQuery(id))
  return (
    <Card title={say('groups.link.title')}>
      <p>{say('groups.link.text')}</p>
      <RefusalNote refusal={error} />
      {seats && (
        <TextInput
          label={say('groups.link.label')}
          readOnly
          value={seats.link}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </Card>
  )
}
