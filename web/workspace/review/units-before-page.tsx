import { NativeSelect } from '@mantine/core'
import {
  useMutation,
  useQuery,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type SayOfUnit, UnitPairs } from '#server/waves/contract.ts'
import { ask, type Refused, waves } from '../../api.ts'
import { assessmentQuery, frontDoorQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { unitPairsQuery } from './wave-queries.ts'
import './waves.css'

type Pair = UnitPairs['pairs'][number]
type Same = SayOfUnit['same']

/** Units of two surveys side by side: which are the same is settled before anybody is asked. */
export function UnitsBeforePage(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useSuspenseQuery(assessmentQuery(id))
  const { say } = useLanguage()
  const isSecond = assessment.follows !== null
  return (
    <>
      <PageHead
        title={say('page.units-before')}
        lead={say(isSecond ? 'waves.units.lead' : 'waves.units.none')}
      />
      {isSecond && <Pairs id={id} />}
    </>
  )
}

function Pairs({ id }: { readonly id: string }): ReactNode {
  const { say } = useLanguage()
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const { data, error } = useQuery(unitPairsQuery(id))
  const saying = useSaying(id)
  if (error) return <RefusalNote refusal={error} />
  if (!data) return null
  const canSay = data.canChange && door.me?.role === 'organiser'
  const title = say('page.units-before')
  return (
    <Card>
      {canSay && <p className="quiet">{say('waves.units.approval')}</p>}
      <RefusalNote refusal={saying.error} />
      <WideTable title={title}>
        <table className="plain waves">
          <caption className="unseen">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{say('waves.units.now')}</th>
              <th scope="col">{say('waves.units.then', { name: data.earlier.name })}</th>
              <th scope="col">{say('waves.units.is')}</th>
              {canSay && <th scope="col">{say('waves.units.say')}</th>}
            </tr>
          </thead>
          <tbody>
            {data.pairs.map((pair) => (
              <PairRow
                key={`${pair.after?.id} ${pair.before?.id}`}
                pair={pair}
                units={data.units}
                onSay={canSay ? (unit, same) => saying.mutate({ unit, same }) : undefined}
              />
            ))}
          </tbody>
        </table>
      </WideTable>
    </Card>
  )
}

function useSaying(id: string) {
  const client = useQueryClient()
  return useMutation<UnitPairs, Refused, SayOfUnit>({
    mutationFn: (json) =>
      ask(UnitPairs, waves[':id'].units.$post({ param: { id }, json })),
    onSuccess: (pairs) => {
      client.setQueryData(unitPairsQuery(id).queryKey, pairs)
      void client.invalidateQueries({ queryKey: assessmentQuery(id).queryKey })
    },
  })
}

function PairRow({
  pair,
  units,
  onSay,
}: {
  readonly pair: Pair
  readonly units: UnitPairs['units']
  readonly onSay: ((unit: string, same: Same) => void) | undefined
}): ReactNode {
  const { say, date } = useLanguage()
  const { identity, before, after, because, moved, said } = pair
  const notes = [
    because && say(`waves.because.${because}`),
    moved && say('waves.moved'),
    said && say('waves.said', { name: said.by, date: date(said.on) }),
  ].filter((note) => typeof note === 'string')
  return (
    <tr>
      <Unit unit={after} />
      <Unit unit={before} />
      <td>
        <strong>{say(`waves.identity.${identity}`)}</strong>
        {notes.length > 0 && <p className="quiet">{notes.join('; ')}</p>}
      </td>
      {onSay && (
        <td>
          {after && (
            <NativeSelect
              aria-label={say('waves.units.say.for', { name: after.name })}
              value={chosenIn(pair)}
              onChange={({ currentTarget }) =>
                onSay(after.id, sameFrom(currentTarget.value))
              }
              data={[
                { value: 'by-itself', label: say('waves.units.by-itself') },
                { value: 'none', label: say('waves.units.no-unit') },
                ...units.map(({ id, name }) => ({ value: `unit ${id}`, label: name })),
              ]}
            />
          )}
        </td>
      )}
    </tr>
  )
}

function Unit({ unit }: { readonly unit: Pair['after'] }): ReactNode {
  const { count } = useLanguage()
  if (!unit) return <td>–</td>
  return (
    <td>
      {unit.name}
      <p className="quiet">{count('people', unit.headcount)}</p>
    </td>
  )
}

/** What is chosen in a row; ids of units are marked, so that none is taken for a word. */
function chosenIn({ said, because, before }: Pair): string {
  if (!said) return 'by-itself'
  return because === 'said' || !before ? 'none' : `unit ${before.id}`
}

function sameFrom(value: string): Same {
  if (value === 'by-itself' || value === 'none') return { kind: value }
  return { kind: 'unit', unit: value.replace(/^unit /, '') }
}
