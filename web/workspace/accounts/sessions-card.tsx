import { Button, List } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Sessions } from '#server/accounts/contract.ts'
import { accounts, ask, type Refused, settle } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'

/** Where this person is signed in, and the end of it everywhere else. */
export function SessionsCard(): ReactNode {
  const { say, moment } = useLanguage()
  const client = useQueryClient()
  const { data, error } = useQuery<Sessions, Refused>({
    queryKey: ['sessions'],
    queryFn: () => ask(Sessions, accounts.me.sessions.$get()),
  })
  const ending = useMutation<void, Refused>({
    mutationFn: () =>
      settle(accounts.me.sessions[':session'].$delete({ param: { session: 'others' } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['sessions'] }),
  })
  return (
    <Card title={say('sessions.title')}>
      <p className="quiet">{say('sessions.lead')}</p>
      <List>
        {data?.map(({ id, begunAt, usedAt, isThis }) => (
          <List.Item key={id}>
            <strong>{say(isThis ? 'sessions.this' : 'sessions.other')}</strong>
            {', '}
            {say('sessions.since', { begun: moment(begunAt), used: moment(usedAt) })}
          </List.Item>
        ))}
      </List>
      <RefusalNote refusal={error ?? ending.error} />
      {data && data.length > 1 && (
        <Button
          variant="default"
          mt="md"
          onClick={() => ending.mutate()}
          loading={ending.isPending}
        >
          {say('sessions.end-others')}
        </Button>
      )}
    </Card>
  )
}
