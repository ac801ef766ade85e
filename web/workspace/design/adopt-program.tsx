import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Program } from '#server/programs/contract.ts'
import { programs } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { isAdopted } from './decisions.ts'
import { Reviewed } from './reviewed.tsx'
import { useDeed } from './use-deed.ts'

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
  const adopting = useDeed<null>(id, () =>
    programs[':id'].adoption.$post({ param: { id }, json: { seen: program.last } }),
  )
  const inIt = program.recommendations.filter((each) => isAdopted(each, program))
  return (
    <Card title={say('adopt.title')}>
      <p>{count('adopt.components', inIt.length)}</p>
      <Reviewed program={program} />
      <StillOpen program={program} />
      {program.adopted ? (
        <>
          <p className="good">
            {say('adopt.done', {
              name: program.adopted.by,
              date: date(program.adopted.on),
            })}{' '}
            <Link to={paths.tell} params={{ id }}>
              {say('adopt.next')}
            </Link>
          </p>
          <p className="quiet">{say('adopt.ends')}</p>
        </>
      ) : (
        <>
          <p className="quiet">{say('adopt.text')}</p>
          {canDecide && (
            <Button onClick={() => adopting.mutate(null)} loading={adopting.isPending}>
              {say('adopt.button')}
            </Button>
          )}
        </>
      )}
      <RefusalNote refusal={adopting.error} />
    </Card>
  )
}

/** What one would want to know before adopting; none of it stands in the way. */
function StillOpen({ program }: { readonly program: Program }): ReactNode {
  const { say } = useLanguage()
  const inIt = program.recommendations.filter((each) => isAdopted(each, program))
  const owned = program.owners.filter(({ owner }) => owner !== '')
  const ownerless = inIt.filter(
    ({ component }) => !owned.some((one) => one.component === component),
  )
  const undecided = program.recommendations.filter(
    ({ component, tier }) =>
      tier === 'recommend' &&
      !program.decisions.some((one) => one.component === component),
  )
  if (ownerless.length === 0 && undecided.length === 0) return null
  return (
    <p className="quiet">
      {ownerless.length > 0 && say('adopt.ownerless', { number: ownerless.length })}{' '}
      {undecided.length > 0 && say('adopt.undecided', { number: undecided.length })}{' '}
      {say('adopt.nevertheless')}
    </p>
  )
}
