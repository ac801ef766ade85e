import { Button, Select } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useNavigate, useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { WorkingRole } from '#server/accounts/contract.ts'
import { languageNames, locales } from '#surveys/locale.ts'
import { accounts, example, Refused, settle } from '../api.ts'
import { forgetPerson, frontDoorQuery } from '../assessment.ts'
import { useLanguage } from '../language.tsx'
import { paths } from '../paths.ts'
import { PageHead } from '../ui/page-head.tsx'
import { RefusalNote } from '../ui/refusal.tsx'

/** What stands around every page of the workspace. */
export function Frame(): ReactNode {
  const { say } = useLanguage()
  return (
    <>
      <a className="skip-link" href="#content">
        {say('frame.skip')}
      </a>
      <header className="top-bar">
        <Link to={paths.front} className="wordmark">
          Groundwork
        </Link>
        <div className="top-actions">
          <Account />
          <LanguageSelect />
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
    </>
  )
}

function LanguageSelect(): ReactNode {
  const { locale, choose, say } = useLanguage()
  return (
    <Select
      aria-label={say('frame.language')}
      data={locales.map((value) => ({ value, label: languageNames[value] }))}
      value={locale}
      onChange={(value) => {
        const chosen = locales.find((each) => each === value)
        if (chosen) choose(chosen)
      }}
      allowDeselect={false}
      size="sm"
      w={160}
      comboboxProps={{ withinPortal: false, position: 'bottom-end' }}
    />
  )
}

function Account(): ReactNode {
  const { say } = useLanguage()
  const { data: door } = useQuery(frontDoorQuery)
  const afresh = useFreshStart()
  const me = door?.me
  if (!me) return null
  const isExample = me.organization.example
  return (
    <>
      <span className="quiet account">
        {me.name}, {say(`role.${me.role}`)} · {me.organization.name}
        {isExample && <strong className="invented">{say('example.mark')}</strong>}
      </span>
      {isExample &&
        door.exampleOpen &&
        WorkingRole.options
          .filter((role) => role !== me.role)
          .map((as) => (
            <Button
              key={as}
              variant="subtle"
              size="compact-sm"
              onClick={() => afresh(settle(example.visit.$post({ json: { as } })), false)}
            >
              {say(`example.as.${as}`)}
            </Button>
          ))}
      {me.role !== 'facilitator' && me.role !== 'provider' && (
        <Link to={paths.people} className="quiet">
          {say('people.title')}
        </Link>
      )}
      {me.role === 'provider' && (
        <Link to={paths.deliver} className="quiet">
          {say('page.totals')}
        </Link>
      )}
      {(me.role === 'organiser' || me.role === 'employee-side') && (
        <Link to={paths.done} className="quiet">
          {say('done.title')}
        </Link>
      )}
      {!isExample && (
        <Link to={paths.account} className="quiet">
          {say('account.title')}
        </Link>
      )}
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => afresh(settle(accounts['sign-out'].$post()), true)}
      >
        {say('accounts.sign-out')}
      </Button>
    </>
  )
}

function useFreshStart() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const router = useRouter()
  return async (change: Promise<unknown>, toFront: boolean) => {
    await change
    if (toFront) await navigate({ to: paths.front })
    await forgetPerson(client)
    await router.invalidate()
  }
}

export function NotFound(): ReactNode {
  const { say } = useLanguage()
  return (
    <div className="page narrow">
      <PageHead title={say('frame.not-found')} />
      <Link to={paths.front}>{say('frame.to-front')}</Link>
    </div>
  )
}

/** A page that could not be shown says why and how to go on. */
export function Stumbled({ error }: { readonly error: unknown }): ReactNode {
  const { say } = useLanguage()
  const refusal =
    error instanceof Refused ? error : { code: 'internal-error', problems: [] }
  return (
    <div className="page narrow">
      <PageHead title={say('frame.stumbled')} />
      <RefusalNote refusal={refusal} />
      <Link to={paths.front}>{say('frame.to-front')}</Link>
    </div>
  )
}
