import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Invited } from '#server/accounts/contract.ts'
import { accounts, ask, type Refused, settle } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { useLinkSecret } from '../../use-link-secret.ts'
import { AccountForm, newPersonFields } from './account-form.tsx'
import { SingleSignOn } from './single-sign-on.tsx'

/** A colleague joins with a link that works once, by the address it was made for. */
export function JoinPage(): ReactNode {
  const { say } = useLanguage()
  const secret = useLinkSecret()
  const { data: invited, error } = useQuery<Invited, Refused>({
    queryKey: ['invited', secret],
    queryFn: () => ask(Invited, accounts.join.look.$post({ json: { secret } })),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <div className="page narrow">
      <PageHead title={say('join.title')} lead={say('join.lead')} />
      <RefusalNote refusal={error} />
      {invited && (
        <>
          <p>{say('join.invited', { ...invited, role: say(`role.${invited.role}`) })}</p>
          <AccountForm
            button="join.button"
            fields={newPersonFields.filter(({ name }) => name !== 'email')}
            send={({ name, password }) =>
              settle(accounts.join.$post({ json: { name, password, secret } }))
            }
          />
          <SingleSignOn label="sso.join" secret={secret} />
        </>
      )}
    </div>
  )
}
