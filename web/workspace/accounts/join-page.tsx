import type { ReactNode } from 'react'
import { accounts, settle } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useLinkSecret } from '../../use-link-secret.ts'
import { AccountForm, newPersonFields } from './account-form.tsx'

/** A colleague joins with a link that works once. */
export function JoinPage(): ReactNode {
  const { say } = useLanguage()
  const secret = useLinkSecret()
  return (
    <div className="page narrow">
      <PageHead title={say('join.title')} lead={say('join.lead')} />
      <AccountForm
        button="join.button"
        fields={newPersonFields}
        send={(person) => settle(accounts.join.$post({ json: { ...person, secret } }))}
      />
    </div>
  )
}
