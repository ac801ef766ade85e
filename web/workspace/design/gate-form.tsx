import { Button, Radio, Textarea, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { ComponentId } from '#analysis/recommendation/components.ts'
import {
  type PearlAnswer,
  type PearlQuestion,
  pearlAnswers,
} from '#analysis/recommendation/decisions.ts'
import type { Program } from '#server/programs/contract.ts'
import { mostLetters } from '#server/programs/log/contract.ts'
import { programs } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { useDraft } from '../use-draft.ts'
import { focusChoice } from './focus.ts'
import { useDeed } from './use-deed.ts'

/** One question of the gate on one component. */
export interface Asked {
  readonly id: string
  readonly component: ComponentId
  readonly question: PearlQuestion
  readonly given: Program['gate'][number] | undefined
  readonly seen: number
}

/** Answers a question of the gate, with the name of whoever judged it. */
export function GateForm({
  onDone,
  ...asked
}: Asked & { readonly onDone: () => void }): ReactNode {
  const { say } = useLanguage()
  const { answer, choose, reason, reviewer, answering } = useAnswer(asked, onDone)
  return (
    <form
      className="decision"
      ref={focusChoice}
      onSubmit={(event) => {
        event.preventDefault()
        answering.mutate(null)
      }}
    >
      <Radio.Group
        label={say(`gate.${asked.question}`)}
        value={answer}
        onChange={(value) =>
          choose(pearlAnswers.find((one) => one === value) ?? 'unknown')
        }
      >
        {pearlAnswers.map((one) => (
          <Radio key={one} value={one} label={say(`gate.answer.${one}`)} />
        ))}
      </Radio.Group>
      <TextInput
        label={say('gate.reviewer')}
        description={say('gate.reviewer.hint')}
        required
        maxLength={120}
        value={reviewer.text}
        onChange={({ currentTarget }) => reviewer.write(currentTarget.value)}
      />
      <Textarea
        label={say('design.reason')}
        description={say(answer === 'no' ? 'gate.reason.no' : 'decide.reason.free')}
        required={answer === 'no'}
        maxLength={mostLetters}
        autosize
        value={reason.text}
        onChange={({ currentTarget }) => reason.write(currentTarget.value)}
      />
      <RefusalNote refusal={answering.error} />
      <div className="row">
        <Button type="submit" size="sm" loading={answering.isPending}>
          {say(`gate.button.${answer}`)}
        </Button>
        <Button variant="subtle" size="sm" onClick={onDone}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  )
}

function useAnswer({ id, component, question, given, seen }: Asked, onDone: () => void) {
  const about = `${id}.${component}.gate.${question}.reason`
  const [answer, choose] = useState<PearlAnswer>(given?.answer ?? 'yes')
  const reason = useDraft(about, given?.reason)
  // Whoever judges one component usually judges the next.
  const reviewer = useDraft(`${id}.gate.reviewer`, given?.reviewer)
  const [since] = useState(seen)
  const answering = useDeed<null>(
    id,
    () =>
      programs[':id'].gate.$post({
        param: { id },
        json: {
          component,
          question,
          answer,
          reason: reason.text,
          reviewer: reviewer.text,
          seen: since,
        },
      }),
    () => {
      reason.forget()
      onDone()
    },
  )
  return { answer, choose, reason, reviewer, answering }
}
