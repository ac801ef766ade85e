import { List, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Colleague, Colleagues, Role } from '#server/accounts/contract.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { ColleagueActs } from './colleague-acts.tsx'

/** Everybody who works here; what can be done for one of them is folded away. */
export function ColleaguesCard({
  colleagues,
  mine,
}: {
  readonly colleagues: Colleagues
  readonly mine: Role
}): ReactNode {
  const { say } = useLanguage()
  return (
    <Card title={say('people.list')}>
      <p className="quiet">{say('people.second-role')}</p>
      <List listStyleType="none" spacing="md">
        {colleagues.people.map((colleague) => (
          <List.Item key={colleague.id}>
            <One colleague={colleague} mine={mine} />
          </List.Item>
        ))}
      </List>
    </Card>
  )
}

function One({
  colleague,
  mine,
}: {
  readonly colleague: Colleague
  readonly mine: Role
}): ReactNode {
  const { say } = useLanguage()
  const { name, email, roles, secondFactor, isMe, wayBack } = colleague
  return (
    <Stack gap="xs">
      <div>
        <strong>{name}</strong>
        {isMe && ` (${say('people.me')})`}
        {', '}
        {roles.map((role) => say(`role.${role}`)).join(', ')}
        <br />
        <span className="quiet">
          {email} · {say('people.factor')}:{' '}
          {say(secondFactor ? 'people.factor.on' : 'people.factor.off')}
        </span>
      </div>
      {wayBack.length > 0 && (
        <p role="status">
          {say('people.way-back.granted', {
            sides: wayBack.map((side) => say(`role.${side}`)).join(', '),
          })}
        </p>
      )}
      {!isMe && <ColleagueActs colleague={colleague} mine={mine} />}
    </Stack>
  )
}
