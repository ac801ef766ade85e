import { Button, FileButton, Group, Stack, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Invitations, ListPreview } from '#server/invitations/contract.ts'
import { ask, invitations, type Refused } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
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
  const read = async (file: File | null): Promise<void> => {
    if (!file) return
    const text = await file.text()
    write(text)
    looking.mutate(text)
  }
  return (
    <Card title={say('invitations.list')}>
      <Stack>
        <p>{say('invitations.list.text')}</p>
        <Textarea
          label={say('invitations.list.paste')}
          description={say('invitations.list.columns')}
          placeholder={sample}
          value={csv}
          onChange={(event) => write(event.currentTarget.value)}
          autosize
          minRows={5}
          maxRows={14}
          autoComplete="off"
          spellCheck={false}
          classNames={{ input: 'monospace' }}
        />
        <Group>
          <Button
            onClick={() => looking.mutate(csv)}
            loading={looking.isPending}
            disabled={csv.trim() === ''}
          >
            {say('invitations.list.preview')}
          </Button>
          <FileButton onChange={(file) => void read(file)} accept=".csv,text/csv">
            {(props) => (
              <Button variant="default" {...props}>
                {say('prepare.units.file')}
              </Button>
            )}
          </FileButton>
          <Button variant="subtle" onClick={() => write(sample)}>
            {say('prepare.units.sample')}
          </Button>
        </Group>
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
