import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { InterviewDoor } from '#server/interviews/contract.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import type { Opened } from './door-query.ts'

/** What it is for, who sees what, and where to turn about one person: before anything is asked. */
export function BeforeBeginning({
  opened: { door, draft },
  onBegin,
}: {
  readonly opened: Opened
  readonly onBegin: () => void
}): ReactNode {
  const { say } = useLanguage()
  const { assessment, team } = door
  return (
    <>
      <p>
        {say('interview.lead', {
          organization: assessment.organization,
          team: team.join(', '),
        })}
      </p>
      <Worried door={door} />
      <Card title={say('interview.how')}>
        <ol>
          <li>{say('interview.how.prepare')}</li>
          <li>{say('interview.how.stop')}</li>
          <li>{say('interview.how.talk')}</li>
        </ol>
      </Card>
      <Card title={say('interview.sees')}>
        <ul>
          <li>{say('interview.sees.facilitator')}</li>
          <li>{say('interview.sees.others')}</li>
        </ul>
      </Card>
      <Button size="lg" onClick={onBegin}>
        {say(draft ? 'interview.go-on' : 'interview.begin')}
      </Button>
    </>
  )
}

/** Worry about one person leads to people who help, and not into the data. */
export function Worried({ door }: { readonly door: InterviewDoor }): ReactNode {
  const { say, locale } = useLanguage()
  const contacts = door.contacts[locale] ?? Object.values(door.contacts)[0] ?? []
  return (
    <Card title={say('interview.worried')}>
      <p>{say('interview.worried.text')}</p>
      <ul>
        {contacts.map(({ name, phone }) => (
          <li key={`${name} ${phone}`}>
            {name}: <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</a>
          </li>
        ))}
      </ul>
    </Card>
  )
}
