import { Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Assessment } from '#server/assessments/contract.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { useRateWords } from '../../ui/rate.ts'
import { participationQuery } from './queries.ts'

/** How many have answered: counted once a day, in bands. */
export function ParticipationCard({
  assessment,
}: {
  readonly assessment: Assessment
}): ReactNode {
  const { say, date } = useLanguage()
  const rate = useRateWords()
  const { data } = useQuery(participationQuery(assessment.id))
  if (!data) return null
  return (
    <Card title={say('ask.participation')}>
      {data.countedOn === null ? (
        <p>{say('ask.participation.none')}</p>
      ) : (
        <>
          <p>
            {say('ask.participation.on', { date: date(data.countedOn) })}{' '}
            <strong>{rate(data.organization)}</strong>
          </p>
          <Table>
            <caption>{say('ask.participation.caption')}</caption>
            <tbody>
              {assessment.counted.map(({ id, name }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td>{rate(data.units[id] ?? { kind: 'hidden' })}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </>
      )}
    </Card>
  )
}
