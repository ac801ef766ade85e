import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Colleague } from '#server/accounts/contract.ts'
import { KeysNamed } from '#server/trustees/contract.ts'
import { accounts, ask, type Refused, settle, trustees } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { FinalButton } from '../../ui/final-button.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { useColleagueChange } from './colleagues-query.ts'

/** Ends an account, and says first which keys might be missed. */
export function RemoveColleague({
  colleague: { id: user, name },
}: {
  readonly colleague: Colleague
}): ReactNode {
  const { say, number } = useLanguage()
  const { data, error } = useQuery<KeysNamed, Refused>({
    queryKey: ['keys-named', user],
    queryFn: () => ask(KeysNamed, trustees.named[':user'].$get({ param: { user } })),
  })
  const removing = useColleagueChange(() =>
    settle(accounts.people[':user'].$delete({ param: { user } })),
  )
  return (
    <>
      <p className="quiet">{say('people.remove.why')}</p>
      {data?.keys.map(({ assessment, others, needed }) => (
        <p key={assessment}>
          {say(others >= needed ? 'people.remove.key.enough' : 'people.remove.key.lost', {
            name,
            assessment,
            others: number(others),
            needed: number(needed),
          })}
        </p>
      ))}
      <RefusalNote refusal={error ?? removing.error} />
      {data && (
        <div>
          <FinalButton
            variant="default"
            label={say('people.remove', { name })}
            onConfirm={() => removing.mutate()}
          />
        </div>
      )}
    </>
  )
}
