import { Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import {
  InstrumentPreview,
  Instruments,
  type KeepInstrument,
} from '#server/instruments/contract.ts'
import { itemsIn } from '#surveys/instruments/instrument.ts'
import { ask, instruments, Refused } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { DropFile } from './drop-file.tsx'
import { LeftOutList } from './left-out-list.tsx'
import { forgetLicence, useLicenceDraft } from './licence-draft.ts'
import { LicenceForm } from './licence-form.tsx'
import { instrumentsQuery } from './queries.ts'
import { QuestionTable } from './question-table.tsx'
import { toolNames } from './tool-names.ts'
import { useLanguageNames } from './use-language-names.ts'

/** A file in; shown first, and kept only with its licence. */
export function BringInstrument({
  id,
  me,
}: {
  readonly id: string
  readonly me: string
}): ReactNode {
  const { say } = useLanguage()
  const { file, looking, keeping, look } = useFile(id)
  return (
    <Card title={say('instruments.bring')}>
      <p>{say('instruments.bring.text')}</p>
      <Stack>
        <DropFile isBusy={looking.isPending} onFile={(chosen) => void look(chosen)} />
        <p role="status">
          {looking.isPending && say('instruments.looking')}
          {keeping.isSuccess && say('instruments.kept.done')}
        </p>
        <RefusalNote refusal={looking.error} />
        {looking.data && !keeping.isSuccess && (
          <Preview
            key={looking.data.outcome}
            id={id}
            me={me}
            preview={looking.data}
            isKeeping={keeping.isPending}
            onKeep={(record) => keeping.mutate({ ...record, file })}
          />
        )}
        <RefusalNote refusal={keeping.error} />
      </Stack>
    </Card>
  )
}

/** What the server takes, and a little more; it says the limit itself. */
const largest = 5_000_000

function useFile(id: string) {
  const client = useQueryClient()
  const [file, setFile] = useState('')
  const looking = useMutation<InstrumentPreview, Refused, Blob>({
    mutationFn: async (chosen) => {
      if (chosen.size > largest) throw tooLarge
      const text = await base64(chosen)
      setFile(text)
      const json = { file: text }
      return ask(
        InstrumentPreview,
        instruments[':id'].preview.$post({ param: { id }, json }),
      )
    },
  })
  const keeping = useMutation<Instruments, Refused, KeepInstrument>({
    mutationFn: (kept) => {
      const json = { ...kept, without: [...kept.without] }
      return ask(
        Instruments,
        instruments[':id'].instruments.$post({ param: { id }, json }),
      )
    },
    onSuccess: (kept) => {
      client.setQueryData(instrumentsQuery(id).queryKey, kept)
      forgetLicence(id)
      setFile('')
    },
  })
  const look = (chosen: File): void => {
    keeping.reset()
    looking.mutate(chosen)
  }
  return { file, looking, keeping, look }
}

const tooLarge = new Refused('instrument-unreadable', [
  { where: '', expected: 'too-large', say: 'instruments.fault.too-large' },
])

async function base64(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += 8_192) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)))
  }
  return btoa(pieces.join(''))
}

function Preview({
  id,
  me,
  preview: { content, source, leftOut, outcome },
  isKeeping,
  onKeep,
}: {
  readonly id: string
  readonly me: string
  readonly preview: InstrumentPreview
  readonly isKeeping: boolean
  readonly onKeep: (record: Omit<KeepInstrument, 'file'>) => void
}): ReactNode {
  const { say, count } = useLanguage()
  const { list } = useLanguageNames()
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set())
  const { licence, change } = useLicenceDraft(id, content)
  const chosen = licence.locked ? [] : [...without]
  return (
    <section className="instrument" aria-label={say('instruments.preview')}>
      <h3>{say('instruments.preview')}</h3>
      <p>
        {count('instruments.questions', itemsIn(content).length)}.{' '}
        {say('instruments.from', {
          tool: toolNames[source],
          languages: list(content.languages),
        })}
      </p>
      <p className="quiet">
        {say(licence.locked ? 'instruments.take.locked' : 'instruments.take.hint')}
      </p>
      <QuestionTable
        content={content}
        {...(!licence.locked && { without, onChange: setWithout })}
      />
      <h3>{say('instruments.left')}</h3>
      <LeftOutList leftOut={leftOut} />
      <LicenceForm
        content={content}
        licence={licence}
        onChange={change}
        isKeeping={isKeeping}
        me={me}
        onKeep={() => onKeep({ outcome, without: chosen, licence })}
      />
    </section>
  )
}
