import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Program } from '#server/programs/contract.ts'
import { ask, programs, type Refused } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { programQuery } from '../../programs.ts'
import { RefusalNote } from '../../ui/refusal.tsx'
import { isAdopted, needsReason } from './decisions.ts'

type Recommendation = Program['recommendations'][number]

/** One component: what it answers, what is recommended, and the decision. */
export function ComponentRow({
  id,
  recommendation,
  program,
  canDecide,
  isShown,
  onShow,
  children,
}: {
  readonly id: string
  readonly recommendation: Recommendation
  readonly program: Program
  readonly canDecide: boolean
  readonly isShown: boolean
  readonly onShow: () => void
  /** what it rests on, where there is no room beside the list */
  readonly children: ReactNode
}): ReactNode {
  const { say } = useLanguage()
  const { component, tier, answers } = recommendation
  const adopted = isAdopted(recommendation, program.decisions)
  const name = say(`component.${component}`)
  return (
    <article className={`component ${adopted ? 'adopted' : ''}`} aria-label={name}>
      <div>
        <h3>
          <button
            type="button"
            className="plain-button"
            aria-pressed={isShown}
            onClick={onShow}
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
      </div>
      <span className={`tier ${tier}`}>{say(`tier.${tier}`)}</span>
      <DecisionButton
        id={id}
        recommendation={recommendation}
        adopted={adopted}
        canDecide={canDecide}
      />
      {children}
    </article>
  )
}

function DecisionButton({
  id,
  recommendation,
  adopted,
  canDecide,
}: {
  readonly id: string
  readonly recommendation: Recommendation
  readonly adopted: boolean
  readonly canDecide: boolean
}): ReactNode {
  const { say } = useLanguage()
  const client = useQueryClient()
  const [reason, setReason] = useState<string | null>(null)
  const { component } = recommendation
  const deciding = useMutation<Program, Refused, string>({
    mutationFn: (why) =>
      ask(
        Program,
        programs[':id'].decisions.$post({
          param: { id },
          json: { component, adopted: !adopted, reason: why },
        }),
      ),
    onSuccess: (program) => {
      client.setQueryData(programQuery(id).queryKey, program)
      void client.invalidateQueries({ queryKey: ['orientation', id] })
      setReason(null)
    },
  })
  const name = say(`component.${component}`)
  if (!canDecide) {
    return <span>{say(adopted ? 'design.in' : 'design.out')}</span>
  }
  if (reason === null) {
    return (
      <Button
        variant={adopted ? 'filled' : 'default'}
        size="sm"
        loading={deciding.isPending}
        aria-label={say(adopted ? 'design.drop.name' : 'design.adopt.name', { name })}
        onClick={() =>
          needsReason(recommendation, !adopted) ? setReason('') : deciding.mutate('')
        }
      >
        {say(adopted ? 'design.in' : 'design.adopt')}
      </Button>
    )
  }
  return (
    <form
      className="reason"
      onSubmit={(event) => {
        event.preventDefault()
        deciding.mutate(reason)
      }}
    >
      <TextInput
        label={say('design.reason')}
        description={say(adopted ? 'design.reason.drop' : 'design.reason.adopt')}
        required
        maxLength={600}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
      <RefusalNote refusal={deciding.error} />
      <Button type="submit" size="sm" loading={deciding.isPending}>
        {say(adopted ? 'design.drop' : 'design.adopt')}
      </Button>
      <Button variant="subtle" size="sm" onClick={() => setReason(null)}>
        {say('cancel')}
      </Button>
    </form>
  )
}
