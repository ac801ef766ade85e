import { Button, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import {
  type Colleague,
  HalfWayBack,
  type Role,
  SecondRole,
} from '#server/accounts/contract.ts'
import { accounts, ask, settle } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { FinalButton } from '../../ui/final-button.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { useColleagueChange } from './colleagues-query.ts'
import { LinkToGive } from './link-to-give.tsx'
import { RemoveColleague } from './remove-colleague.tsx'

interface About {
  readonly colleague: Colleague
}

/** What one colleague can do about another, in the own role. */
export function ColleagueActs({
  colleague,
  mine,
}: About & { readonly mine: Role }): ReactNode {
  const { say } = useLanguage()
  const isOfSide = mine === 'organiser' || mine === 'employee-side'
  return (
    <details>
      <summary>{say('people.can-do')}</summary>
      <Stack mt="sm">
        {isOfSide && <WayBack colleague={colleague} />}
        <EndSessions colleague={colleague} />
        {mine === sideFor(colleague) &&
          SecondRole.options.map((role) => (
            <SecondRoleSwitch key={role} colleague={colleague} role={role} />
          ))}
        {mine === sideFor(colleague) && <RemoveColleague colleague={colleague} />}
      </Stack>
    </details>
  )
}

/** Each side gives and takes the second roles of its own people. */
function sideFor({ roles }: Colleague): Role {
  return roles.includes('employee-side') ? 'employee-side' : 'organiser'
}

function WayBack({ colleague }: About): ReactNode {
  const { say, moment } = useLanguage()
  const { id: user, name, wayBack } = colleague
  const door = accounts.people[':user']['way-back']
  const granting = useColleagueChange(() =>
    ask(HalfWayBack, door.$post({ param: { user } })),
  )
  const refusing = useColleagueChange(() => settle(door.$delete({ param: { user } })))
  return (
    <>
      <p className="quiet">{say('people.way-back.why')}</p>
      <div>
        <FinalButton
          variant="default"
          label={say('people.way-back', { name })}
          onConfirm={() => granting.mutate()}
        />
      </div>
      <RefusalNote refusal={granting.error ?? refusing.error} />
      {granting.data && (
        <LinkToGive
          label={say('people.way-back.half', { name })}
          hint={say('people.link.until', { date: moment(granting.data.expiresAt) })}
          link={granting.data.half}
        />
      )}
      {wayBack.length > 0 && (
        <div>
          <Button variant="default" onClick={() => refusing.mutate()}>
            {say('people.way-back.refuse', { name })}
          </Button>
        </div>
      )}
    </>
  )
}

function EndSessions({ colleague: { id: user, name } }: About): ReactNode {
  const { say } = useLanguage()
  const ending = useColleagueChange(() =>
    settle(accounts.people[':user'].sessions.$delete({ param: { user } })),
  )
  return (
    <>
      <div>
        <FinalButton
          variant="default"
          label={say('people.end-sessions', { name })}
          onConfirm={() => ending.mutate()}
        />
      </div>
      <RefusalNote refusal={ending.error} />
    </>
  )
}

function SecondRoleSwitch({
  colleague: { id: user, name, roles },
  role,
}: About & { readonly role: SecondRole }): ReactNode {
  const { say } = useLanguage()
  const door = accounts.people[':user'].roles[':role']
  const isHeld = roles.includes(role)
  const changing = useColleagueChange(() =>
    settle(
      isHeld
        ? door.$delete({ param: { user, role } })
        : door.$post({ param: { user, role } }),
    ),
  )
  return (
    <>
      <div>
        <FinalButton
          variant="default"
          label={say(isHeld ? `people.take.${role}` : `people.give.${role}`, { name })}
          onConfirm={() => changing.mutate()}
        />
      </div>
      <RefusalNote refusal={changing.error} />
    </>
  )
}
