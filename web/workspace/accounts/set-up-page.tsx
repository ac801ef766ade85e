import type { ReactNode } from 'react'
import { accounts, settle } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useLinkSecret } from '../../use-link-secret.ts'
import { AccountForm, newPersonFields } from './account-form.tsx'

/** Sets up the organization with the link that the terminal printed. */
export function SetUpPage(): ReactNode {
  const { say } = useLanguage()
  const secret = useLinkSecret()
  return (
    <div className="page narrow">
      <PageHead title={say('set-up.title')} lead={say('set-up.lead')} />
      <AccountForm
        button="set-up.button"
        fields={[
          ...(secret
            ? []
            : [
                {
                  name: 'link',
                  label: 'set-up.link',
                  hint: 'set-up.link.hint',
                  autoComplete: 'off',
                } as const,
              ]),
          {
            name: 'organization',
            label: 'set-up.organization',
            autoComplete: 'organization',
          },
          ...newPersonFields,
        ]}
        send={({ link, ...person }) =>
          settle(
            accounts['set-up'].$post({
              json: { ...person, secret: secret || afterHash(link) },
            }),
          )
        }
      />
    </div>
  )
}

/** People paste the whole link; the secret is behind its #. */
const afterHash = (link: string): string => link.trim().replace(/^.*#/, '')
