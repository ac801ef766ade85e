import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { isBlocked } from '#analysis/recommendation/decide-again.ts'
import { pearlQuestions } from '#analysis/recommendation/decisions.ts'
import type { Program } from '#server/programs/contract.ts'
import { programs } from '../../api.ts'
import { RefusalNote } from '../../ui/refusal.tsx'
import { DecisionForm } from './decision-form.tsx'
import { decisionOn, isAdopted, needsReason, type Recommendation } from './decisions.ts'
import { takeFocus } from './focus.ts'
import { useDeed } from './use-deed.ts'
import { useProgramLanguage } from './use-program-language.ts'

/** One component: what it answers, what is recommended, what was decided, and why. */
export function ComponentRow({
  id,
  recommendation,
  program,
  canDecide,
  isOpen,
  onToggle,
  children,
}: {
  readonly id: string
  readonly recommendation: Recommendation
  readonly program: Program
  readonly canDecide: boolean
  readonly isOpen: boolean
  readonly onToggle: () => void
  /** what it rests on, when it is open */
  readonly children: ReactNode
}): ReactNode {
  const { say } = useProgramLanguage()
  const { component, tier, answers } = recommendation
  const [step, setStep] = useState<'waiting' | 'deciding' | 'back'>('waiting')
  const isDeciding = step === 'deciding'
  const isIn = isAdopted(recommendation, program)
  const name = say(`component.${component}`)
  return (
    <article className={`component ${isIn ? 'adopted' : ''}`} aria-label={name}>
      <div>
        <h3>
          <button
            type="button"
            className="plain-button"
            aria-expanded={isOpen}
            onClick={onToggle}
          >
            {name}
          </button>
        </h3>
        <p className="quiet">
          {answers.length > 0 &&
            say('reason.answers', {
              needs: answers
                .slice(0, 3)
                .map(({ construct }) => say(`construct.${construct}`))
                .join('; '),
            })}
        </p>
        <Standing recommendation={recommendation} program={program} />
      </div>
      <div className="component-choice">
        <span className={`tier ${tier}`}>{say(`tier.${tier}`)}</span>
        <span>{say(isIn ? 'design.in' : 'design.out')}</span>
        {canDecide && !isDeciding && (
          <Buttons
            id={id}
            recommendation={recommendation}
            program={program}
            isIn={isIn}
            isBack={step === 'back'}
            onDecide={() => setStep('deciding')}
          />
        )}
      </div>
      {canDecide && isDeciding && (
        <DecisionForm
          id={id}
          recommendation={recommendation}
          program={program}
          onDone={() => setStep('back')}
        />
      )}
      {isOpen && children}
    </article>
  )
}

/** What people said of it so far, in a line each. */
function Standing({
  recommendation,
  program,
}: {
  readonly recommendation: Recommendation
  readonly program: Program
}): ReactNode {
  const { say, tell, signature } = useProgramLanguage()
  const { component } = recommendation
  const of = (one: { readonly component: unknown }): boolean =>
    one.component === component
  const decided = decisionOn(program, component)
  const set = program.tiers.find(of)
  const noes = program.gate.filter(of).filter(({ answer }) => answer === 'no')
  const owner = program.owners.find(of)
  const answered = program.gate.filter(of).filter(({ answer }) => answer !== 'unknown')
  const open = pearlQuestions.length - answered.length
  const lines = [...(decided ? [decided] : []), ...(set ? [set] : []), ...noes]
  return (
    <>
      {lines.map((entry) => {
        const { what, note } = tell(entry)
        return (
          <p key={`${entry.number}`} className={entry.kind === 'gate' ? 'warn' : 'quiet'}>
            {what} {note} ({signature(entry)})
          </p>
        )
      })}
      {isBlocked(recommendation) && <p className="warn">{say('design.gate.blocks')}</p>}
      {isAdopted(recommendation, program) && (
        <p className="quiet">
          {owner && owner.owner !== '' ? tell(owner).what : say('deed.owner.none')}{' '}
          {open > 0 && say('design.gate.open', { open })}
        </p>
      )}
    </>
  )
}

function Buttons({
  id,
  recommendation,
  program,
  isIn,
  isBack,
  onDecide,
}: {
  readonly id: string
  readonly recommendation: Recommendation
  readonly program: Program
  readonly isIn: boolean
  /** from the form, by whoever was in it */
  readonly isBack: boolean
  readonly onDecide: () => void
}): ReactNode {
  const { say } = useProgramLanguage()
  const { component } = recommendation
  const name = say(`component.${component}`)
  const adopting = useDeed<null>(id, () =>
    programs[':id'].decisions.$post({
      param: { id },
      json: {
        component,
        choice: { verdict: 'adopt', reason: '' },
        seen: program.last,
      },
    }),
  )
  // Where something has to be said first, the form says it.
  const isPlain =
    !isIn &&
    !program.adopted &&
    !isBlocked(recommendation) &&
    !needsReason(recommendation, 'adopt')
  return (
    <>
      {isPlain && (
        <Button
          size="sm"
          loading={adopting.isPending}
          aria-label={say('design.adopt.name', { name })}
          onClick={() => adopting.mutate(null)}
        >
          {say('design.adopt')}
        </Button>
      )}
      <Button
        variant="default"
        size="sm"
        ref={isBack ? takeFocus : undefined}
        aria-label={say('decide.open.name', { name })}
        onClick={onDecide}
      >
        {say('decide.open')}
      </Button>
      <RefusalNote refusal={adopting.error} />
    </>
  )
}
