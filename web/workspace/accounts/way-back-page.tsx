import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { accounts, settle } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { useLinkSecret } from '../../use-link-secret.ts'
import { AccountForm } from './account-form.tsx'

/** With a half from each side somebody who lost password or second factor comes back. */
export function WayBackPage(): ReactNode {
  const { say } = useLanguage()
  const half = useLinkSecret()
  const [isBack, setBack] = useState(false)
  return (
    <div className="page narrow">
      <PageHead title={say('way-back.title')} lead={say('way-back.lead')} />
      {isBack ? (
        <p role="status">
          {say('way-back.done')} <Link to={paths.signIn}>{say('accounts.sign-in')}</Link>
        </p>
      ) : (
        <AccountForm
          button="way-back.button"
          fields={[
            ...(half
              ? []
              : [{ name: 'one', label: 'way-back.one', autoComplete: 'off' } as const]),
            { name: 'other', label: 'way-back.other', autoComplete: 'off' },
            {
              name: 'password',
              label: 'password.wanted',
              hint: 'password.wanted.hint',
              kind: 'password',
              autoComplete: 'new-password',
            },
          ]}
          send={({ one, other, password }) =>
            settle(
              accounts['way-back'].$post({
                json: { halves: [half || afterHash(one), afterHash(other)], password },
              }),
            )
          }
          onSent={() => {
            setBack(true)
            return 'more'
          }}
        />
      )}
    </div>
  )
}

/** People paste the whole link; the secret is behind its #. */
const afterHash = (link: string): string => link.trim().replace(/^.*#/, '')
