import type { ReactNode } from 'react'
import { accounts, settle } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { AccountForm } from './account-form.tsx'

export function SignInPage(): ReactNode {
  const { say } = useLanguage()
  return (
    <div className="page narrow">
      <PageHead title={say('accounts.sign-in')} />
      <AccountForm
        button="accounts.sign-in"
        fields={[
          {
            name: 'email',
            label: 'accounts.email',
            kind: 'email',
            autoComplete: 'username',
          },
          {
            name: 'password',
            label: 'accounts.password',
            kind: 'password',
            autoComplete: 'current-password',
          },
        ]}
        send={(json) => settle(accounts['sign-in'].$post({ json }))}
      />
    </div>
  )
}
