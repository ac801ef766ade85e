import { Button, Radio, Textarea, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { ComponentId } from '#analysis/recommendation/components.ts'
import {
  type PearlAnswer,
  type PearlQuestion,
  pearlAnswers,
} from '#analysis/recommendation/decisions.ts'
import type { Role } from '#server/accounts/contract.ts'
import type { Program } from '#server/programs/contract.ts'
import { mostLetters } from '#server/programs/log/contract.ts'
import { programs } from '../../api.ts'
import { RefusalNote } from '../../ui/refusal.tsx'
import { focusChoice, takeFocus } from './focus.ts'
import { useDeed } from './use-deed.ts'
import { useDraft } from './use-draft.ts'
import { useProgramLanguage } from './use-program-language.ts'

interface Asked {
  readonly id: string
  readonly component: ComponentId
  readonly question: PearlQuestion
  readonly given: Program['gate'][number] | undefined
  readonly seen: number
}

/** One question on one component: the answer that stands, and the form for another. */
export function GateQuestion({
  role,
  ...asked
}: Asked & { readonly role: Role | undefined }): ReactNode {
  const { say, signature } = useProgramLanguage()
  const [step, setStep] = useState<'waiting' | 'answering' | 'back'>('waiting')
  const isAnswering = step === 'answering'
  const { component, question, given } = asked
  const answer = given?.answer ?? 'unknown'
  const mayAnswer =
    role === 'employee-side'
      ? question === 'acceptable'
      : role === 'organiser' && given?.role !== 'employee-side'
  return (
    <li>
      <div className="line-between">
        <span>{say(`gate.${question}`)}</span>
        <strong className={`gate-answer ${answer}`}>
          {answer === 'unknown' ? say('gate.open') : say(`gate.answer.${answer}`)}
        </strong>
      </div>
      {given && (
        <p className="quiet">
          {given.reviewer}. {given.reason} ({signature(given)})
        </p>
      )}
      {mayAnswer && !isAnswering && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={say('gate.answer.name', {
            question: say(`gate.${question}`),
            name: say(`component.${component}`),
          })}
          ref={step === 'back' ? takeFocus : undefined}
          onClick={() => setStep('answering')}
        >
          {say(given ? 'gate.answer.again' : 'gate.answer.give')}
        </Button>
      )}
      {question === 'acceptable' && role === 'organiser' && (
        <p className="quiet">{say('gate.theirs')}</p>
      )}
      {isAnswering && <AnswerForm {...asked} onDone={() => setStep('back')} />}
    </li>
  )
}

function AnswerForm({
  id,
  component,
  question,
  given,
  seen,
  onDone,
}: Asked & { readonly onDone: () => void }): ReactNode {
  const { say } = useProgramLanguage()
  const about = (field: string): string => `${id}.${component}.gate.${question}.${field}`
  const [answer, setAnswer] = useState<PearlAnswer>(given?.answer ?? 'yes')
  const reason = useDraft(about('reason'), given?.reason)
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
        label={say(`gate.${question}`)}
        value={answer}
        onChange={(value) =>
          setAnswer(pearlAnswers.find((one) => one === value) ?? 'unknown')
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
