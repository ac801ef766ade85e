import { Button, Stack, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Colleagues } from '#server/accounts/contract.ts'
import { accounts, ask } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { useColleagueChange } from './colleagues-query.ts'

const oneWeek = 7 * 24 * 3_600_000

/** From which day everybody needs a second factor. */
export function RuleCard({
  colleagues: { secondFactorFrom },
}: {
  readonly colleagues: Colleagues
}): ReactNode {
  const { say, date } = useLanguage()
  const [day, setDay] = useState(() =>
    new Date(Date.now() + oneWeek).toISOString().slice(0, 10),
  )
  const from = secondFactorFrom === null ? day : null
  const changing = useColleagueChange(() =>
    ask(Colleagues, accounts.people['second-factor'].$put({ json: { from } })),
  )
  return (
    <Card title={say('people.rule')}>
      <Stack>
        {secondFactorFrom === null ? (
          <>
            <p>{say('people.rule.text')}</p>
            <TextInput
              type="date"
              label={say('people.rule.from')}
              value={day}
              onChange={(event) => setDay(event.currentTarget.value)}
            />
          </>
        ) : (
          <p>{say('people.rule.now', { date: date(secondFactorFrom) })}</p>
        )}
        <RefusalNote refusal={changing.error} />
        <div>
          <Button
            variant="default"
            onClick={() => changing.mutate()}
            loading={changing.isPending}
          >
            {say(secondFactorFrom === null ? 'people.rule.set' : 'people.rule.unset')}
          </Button>
        </div>
      </Stack>
    </Card>
  )
}
