import { Button, Checkbox } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { OpenTalk, type sentenceKinds } from '#server/interviews/contract.ts'
import {
  type InterviewTextId,
  interviewTexts,
  openFindings,
} from '#surveys/manager-interview-texts.ts'
import { say as sayFrom } from '#surveys/say.ts'
import { ask, type Refused, talks } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { TextField } from '../../manager-interview/text-field.tsx'
import { useInterviewTexts } from '../../manager-interview/use-interview-texts.ts'
import { Card } from '../../ui/card.tsx'
import { FinalButton } from '../../ui/final-button.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { talkQuery, talksQuery } from './queries.ts'

const kinds: Readonly<Record<InterviewTextId, (typeof sentenceKinds)[number]>> = {
  trigger: 'incident',
  need: 'incident',
  missing: 'incident',
  prevention: 'incident',
  'good-case': 'incident',
  action: 'idea',
  distrust: 'idea',
  wish: 'wish',
}

interface Draft {
  readonly id: InterviewTextId
  readonly isOut: boolean
  readonly text: string
}

/** Says, sentence by sentence, what may leave an interview; the rest of its words is erased. */
export function LetOutSentences({
  id,
  talk,
}: {
  readonly id: string
  readonly talk: OpenTalk
}): ReactNode {
  const { say } = useLanguage()
  const [drafts, setDrafts] = useState<readonly Draft[]>(() =>
    interviewTexts.flatMap(({ id: field }) => {
      const text = talk.content?.texts[field]
      return text ? [{ id: field, isOut: false, text }] : []
    }),
  )
  const [harmless, setHarmless] = useState<readonly string[]>([])
  const closing = useClosing(id, talk)
  const change = (changed: Draft): void =>
    setDrafts(drafts.map((draft) => (draft.id === changed.id ? changed : draft)))
  const out = drafts.filter(({ isOut }) => isOut)
  const isOpen = out.some(
    ({ id: field, text }) => findingsIn(field, text, harmless).length > 0,
  )
  return (
    <Card title={say('talk.out.title')}>
      <p className="quiet">{say('talk.out.text')}</p>
      {drafts.length === 0 && <p>{say('talk.out.none')}</p>}
      {drafts.map((draft) => (
        <OneSentence
          key={draft.id}
          draft={draft}
          harmless={harmless}
          onChange={change}
          onHarmless={(piece) => setHarmless([...harmless, piece])}
        />
      ))}
      {isOpen ? (
        <Button disabled>{say('talk.out.button')}</Button>
      ) : (
        <FinalButton
          label={say('talk.out.button')}
          onConfirm={() =>
            closing.mutate({
              sentences: out.map(({ id: field, text }) => ({ kind: kinds[field], text })),
              harmless: [...harmless],
            })
          }
        />
      )}
      <RefusalNote refusal={closing.error} />
    </Card>
  )
}

interface Out {
  readonly sentences: { kind: (typeof sentenceKinds)[number]; text: string }[]
  readonly harmless: string[]
}

function useClosing(id: string, talk: OpenTalk) {
  const client = useQueryClient()
  return useMutation<OpenTalk, Refused, Out>({
    mutationFn: (out) =>
      ask(
        OpenTalk,
        talks[':id'][':interview'].sentences.$post({
          param: { id, interview: talk.id },
          json: { version: talk.version, ...out },
        }),
      ),
    onSuccess: async (locked) => {
      client.setQueryData(talkQuery(id, talk.id).queryKey, locked)
      await client.invalidateQueries({ ...talksQuery(id), exact: true })
    },
  })
}

function findingsIn(field: InterviewTextId, text: string, harmless: readonly string[]) {
  const called = harmless.map((piece) => ({ field, piece }))
  return openFindings(field, text, called, new Date().getUTCFullYear())
}

function OneSentence({
  draft,
  harmless,
  onChange,
  onHarmless,
}: {
  readonly draft: Draft
  readonly harmless: readonly string[]
  readonly onChange: (draft: Draft) => void
  readonly onHarmless: (piece: string) => void
}): ReactNode {
  const { say } = useLanguage()
  const texts = useInterviewTexts()
  const label = sayFrom(texts, `text.${draft.id}`)
  return (
    <fieldset className="plain-fieldset">
      <legend className="quiet">{say(`voices.${kinds[draft.id]}`)}</legend>
      <TextField
        label={label}
        text={draft.text}
        findings={draft.isOut ? findingsIn(draft.id, draft.text, harmless) : []}
        onText={(text) => onChange({ ...draft, text })}
        onHarmless={onHarmless}
      />
      <Checkbox
        label={say('talk.out.let')}
        checked={draft.isOut}
        onChange={(event) => onChange({ ...draft, isOut: event.currentTarget.checked })}
      />
    </fieldset>
  )
}
