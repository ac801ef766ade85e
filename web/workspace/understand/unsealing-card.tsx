import { Button, Table } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import type { Unsealing } from '#server/tally/contract.ts'
import { type Refused, settle, tally } from '../../api.ts'
import { assessmentQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { unsealingQuery } from './queries.ts'

/** How far the key holders are, and what stopped the last count. */
export function UnsealingCard({
  id,
  canCount,
}: {
  readonly id: string
  readonly canCount: boolean
}): ReactNode {
  const { say, number } = useLanguage()
  const client = useQueryClient()
  const { data, error } = useQuery(unsealingQuery(id))
  const hasEnded = error !== null

  useEffect(() => {
    // The opening is over when there is nothing to ask about it: the count has been made.
    if (hasEnded) void client.invalidateQueries(assessmentQuery(id))
  }, [hasEnded, client, id])

  if (!data) return null
  const { needed, holders, counting, stopped } = data
  return (
    <Card title={say('unsealing.title')}>
      <p>{say('unsealing.text', { needed })}</p>
      <Table>
        <caption>{say('unsealing.caption')}</caption>
        <tbody>
          {holders.map(({ name, side, delivered }) => (
            <tr key={`${side} ${name}`}>
              <th scope="row">
                {name}, {say(`side.${side}`)}
              </th>
              <td>{number(Math.floor(100 * delivered))} %</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {counting && <p role="status">{say('unsealing.counting')}</p>}
      {stopped && !counting && <Stopped id={id} stopped={stopped} canCount={canCount} />}
    </Card>
  )
}

function Stopped({
  id,
  stopped: { reason, by },
  canCount,
}: {
  readonly id: string
  readonly stopped: NonNullable<Unsealing['stopped']>
  readonly canCount: boolean
}): ReactNode {
  const { say, sayIf } = useLanguage()
  const client = useQueryClient()
  const counting = useMutation<void, Refused>({
    mutationFn: () => settle(tally[':id'].count.$post({ param: { id } })),
    onSuccess: () => client.invalidateQueries(unsealingQuery(id)),
  })
  return (
    <div role="alert">
      <p>
        <strong>{say('stopped.title')}</strong>{' '}
        {sayIf(`stopped.${reason}`, { name: by ?? '' })}
      </p>
      {canCount && (
        <Button
          variant="default"
          onClick={() => counting.mutate()}
          loading={counting.isPending}
        >
          {say('stopped.again')}
        </Button>
      )}
      <RefusalNote refusal={counting.error} />
    </div>
  )
}
