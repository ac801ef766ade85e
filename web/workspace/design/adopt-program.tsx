import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Program } from '#server/programs/contract.ts'
import { ask, programs, type Refused } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { programQuery } from '../../programs.ts'
import { Card } from '../../ui/card.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { isAdopted } from './decisions.ts'

/** Turns the decisions into the program that everything after is printed from. */
export function AdoptProgram({
  id,
  program,
  canDecide,
}: {
  readonly id: string
  readonly program: Program
  readonly canDecide: boolean
}): ReactNode {
  const { say, count, date } = useLanguage()
  const client = useQueryClient()
  const adopting = useMutation<Program, Refused>({
    mutationFn: () => ask(Program, programs[':id'].adoption.$post({ param: { id } })),
    onSuccess: (adopted) => {
      client.setQueryData(programQuery(id).queryKey, adopted)
      void client.invalidateQueries({ queryKey: ['orientation', id] })
    },
  })
  const inIt = program.recommendations.filter((each) =>
    isAdopted(each, program.decisions),
  ).length
  return (
    <Card title={say('adopt.title')}>
      <p>{count('adopt.components', inIt)}</p>
      {program.adopted ? (
        <p className="good">
          {say('adopt.done', {
            name: program.adopted.by,
            date: date(program.adopted.on),
          })}{' '}
          <Link to={paths.tell} params={{ id }}>
            {say('adopt.next')}
          </Link>
        </p>
      ) : (
        <>
          <p className="quiet">{say('adopt.text')}</p>
          {canDecide && (
            <Button onClick={() => adopting.mutate()} loading={adopting.isPending}>
              {say('adopt.button')}
            </Button>
          )}
        </>
      )}
      <RefusalNote refusal={adopting.error} />
    </Card>
  )
}
