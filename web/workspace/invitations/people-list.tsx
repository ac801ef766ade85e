import { Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Invitations, ListPreview } from '#server/invitations/contract.ts'
import { ask, invitations, type Refused } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { CsvField } from '../../ui/csv-field.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { ListChanges } from './list-changes.tsx'
import { useInvitationChange } from './queries.ts'

const sample =
  'unit,email,name,language\nHall,anna@example.org,Anna Andersson,sv\nHall,,Ion Ionescu,ro\n'

/** Takes the people from a CSV file or from pasted text; shows first what would change. */
export function PeopleList({ id }: { readonly id: string }): ReactNode {
  const { say } = useLanguage()
  const [csv, setCsv] = useState('')
  const looking = useMutation<ListPreview, Refused, string>({
    mutationFn: (text) =>
      ask(
        ListPreview,
        invitations[':id'].preview.$post({ param: { id }, json: { csv: text } }),
      ),
  })
  const taking = useInvitationChange(id, (text: string) =>
    ask(
      Invitations,
      invitations[':id'].list.$put({ param: { id }, json: { csv: text } }),
    ),
  )
  const write = (text: string): void => {
    setCsv(text)
    looking.reset()
    taking.reset()
  }
  return (
    <Card title={say('invitations.list')}>
      <Stack>
        <p>{say('invitations.list.text')}</p>
        <CsvField
          label={say('invitations.list.paste')}
          hint={say('invitations.list.columns')}
          sample={sample}
          csv={csv}
          onWrite={write}
          action={say('invitations.list.preview')}
          isBusy={looking.isPending}
          onAct={(text) => looking.mutate(text)}
        />
        {looking.data && !taking.isSuccess && (
          <ListChanges
            preview={looking.data}
            isTaking={taking.isPending}
            onTake={() => taking.mutate(csv)}
          />
        )}
        <p role="status">{taking.isSuccess && say('invitations.list.taken')}</p>
        <RefusalNote refusal={looking.error ?? taking.error} />
      </Stack>
    </Card>
  )
}
