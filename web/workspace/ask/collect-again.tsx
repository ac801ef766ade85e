import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Assessment } from '#server/assessments/contract.ts'
import { Wishes } from '#server/registrar/resets/contract.ts'
import { ask, type Refused, registrar } from '../../api.ts'
import { frontDoorQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { wishesQuery } from './queries.ts'

/** People who lost their ballot: how many, never who. It takes both sides to let them again. */
export function CollectAgain({
  assessment,
}: {
  readonly assessment: Assessment
}): ReactNode {
  const { say } = useLanguage()
  const { data: wishes } = useQuery(wishesQuery(assessment.id))
  if (!wishes?.length) return null
  return (
    <Card title={say('again.title')}>
      <p>{say('again.text')}</p>
      {wishes.map((one) => (
        <UnitWishes key={one.unit} assessment={assessment} wishes={one} />
      ))}
    </Card>
  )
}

function UnitWishes({
  assessment: { id, counted },
  wishes: { unit, wished, left, agreedBy, done },
}: {
  readonly assessment: Assessment
  readonly wishes: Wishes[number]
}): ReactNode {
  const { say, number } = useLanguage()
  const { data: door } = useQuery(frontDoorQuery)
  const client = useQueryClient()
  const agreeing = useMutation<Wishes, Refused>({
    mutationFn: () =>
      ask(
        Wishes,
        registrar[':id'].wishes[':unit'].$post({ param: { id, unit }, json: { wished } }),
      ),
    onSettled: () => client.invalidateQueries(wishesQuery(id)),
  })
  const isMine = agreedBy !== null && agreedBy === door?.me?.role
  return (
    <div>
      <h3>{counted.find((one) => one.id === unit)?.name ?? unit}</h3>
      <p>
        {say('again.unit', {
          wished: number(wished),
          left: number(Math.max(left, 0)),
          done: number(done),
        })}
      </p>
      {agreedBy !== null && <p>{say(isMine ? 'again.mine' : 'again.theirs')}</p>}
      {wished > 0 && left > 0 && !isMine && (
        <Button
          variant="default"
          loading={agreeing.isPending}
          onClick={() => agreeing.mutate()}
        >
          {say('again.agree')}
        </Button>
      )}
      <RefusalNote refusal={agreeing.error} />
    </div>
  )
}
