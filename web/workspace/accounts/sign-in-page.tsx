import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { SignInStep } from '#server/accounts/contract.ts'
import { accounts, ask, settle } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { AccountForm } from './account-form.tsx'
import { SingleSignOn } from './single-sign-on.tsx'

/** Signs in: by password, then with a second factor where there is one. */
export function SignInPage(): ReactNode {
  const { say } = useLanguage()
  const [isHalfWay, setHalfWay] = useState(false)
  if (isHalfWay) return <SecondStep />
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
        send={(json) => ask(SignInStep, accounts['sign-in'].$post({ json }))}
        onSent={(step) => {
          if (SignInStep.parse(step).next === 'done') return 'work'
          setHalfWay(true)
          return 'more'
        }}
      />
      <SingleSignOn label="sso.sign-in" secret={null} />
      <p className="quiet">{say('sign-in.lost')}</p>
      <Link to={paths.wayBack}>{say('way-back.link')}</Link>
    </div>
  )
}

function SecondStep(): ReactNode {
  const { say } = useLanguage()
  return (
    <div className="page narrow">
      <PageHead title={say('sign-in.second.title')} lead={say('sign-in.second.lead')} />
      <AccountForm
        button="accounts.sign-in"
        fields={[
          { name: 'code', label: 'factor.any-code', autoComplete: 'one-time-code' },
        ]}
        send={({ code }) =>
          settle(accounts['second-step'].$post({ json: { code, kind: kindOf(code) } }))
        }
      />
    </div>
  )
}

/** Codes of an app are six digits; backup codes are longer, with a dash. */
const kindOf = (code: string): 'app' | 'backup' =>
  /^\s*\d{6}\s*$/.test(code) ? 'app' : 'backup'
