import { Alert } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { frontDoorQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { PasswordCard } from './password-card.tsx'
import { SecondFactorCard } from './second-factor-card.tsx'
import { SecondRoles } from './second-roles.tsx'
import { SessionsCard } from './sessions-card.tsx'

/** What everybody can do with an account of their own. */
export function AccountPage(): ReactNode {
  const { say } = useLanguage()
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const { me } = door
  if (!me) return null
  const roles = me.roles.map((role) => say(`role.${role}`)).join(', ')
  return (
    <div className="page narrow">
      <PageHead
        title={say('account.title')}
        lead={say('account.lead', {
          name: me.name,
          roles,
          organization: me.organization.name,
        })}
      />
      {me.needsSecondFactor && <Alert role="alert" title={say('account.needed')} />}
      {me.roles.length > 1 && <SecondRoles roles={me.roles} />}
      {me.role === 'provider' && (
        <p>
          {say('account.provider')} <Link to={paths.deliver}>{say('page.totals')}</Link>
        </p>
      )}
      <SecondFactorCard />
      <PasswordCard />
      <SessionsCard />
    </div>
  )
}
