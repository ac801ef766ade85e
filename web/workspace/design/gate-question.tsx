import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Role } from '#server/accounts/contract.ts'
import { takeFocus } from './focus.ts'
import { type Asked, GateForm } from './gate-form.tsx'
import { useProgramLanguage } from './use-program-language.ts'

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
      {isAnswering && <GateForm {...asked} onDone={() => setStep('back')} />}
    </li>
  )
}
