import { Button, Checkbox, Group, NumberInput, Stack } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { feedbackQuestions, quizLength } from '#analysis/orientation/reach.ts'
import { Schedule, Totals } from '#server/briefings/contract.ts'
import { ask, briefings } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { useDraftOf } from '../use-draft.ts'
import { type Session, useScheduleChange } from './queries.ts'

type Numbers = Readonly<Record<string, number>>

/** Numbers by their field; what is kept is never read again. */
export function TotalsForm({
  id,
  session,
  onLeave,
}: {
  readonly id: string
  readonly session: Session
  readonly onLeave: () => void
}): ReactNode {
  const { say } = useLanguage()
  const [numbers, setNumbers] = useDraftOf<Numbers>(`totals.${session.id}`, {})
  const [hasQuiz, setHasQuiz] = useState(() => 'quiz' in numbers)
  const [hasFeedback, setHasFeedback] = useState(() => 'feedback' in numbers)
  const saving = useScheduleChange(id, () =>
    ask(
      Schedule,
      briefings[':id'].sessions[':briefing'].totals.$put({
        param: { id, briefing: session.id },
        json: totalsIn(numbers, session, { hasQuiz, hasFeedback }),
      }),
    ),
  )
  const leave = () => {
    setNumbers({})
    onLeave()
  }
  const field = (name: string, label: string) => (
    <NumberInput
      key={name}
      label={label}
      required
      min={0}
      max={500}
      allowDecimal={false}
      value={numbers[name] ?? ''}
      onChange={(value) => setNumbers({ ...numbers, [name]: Number(value) })}
    />
  )
  return (
    <form
      aria-label={say('totals.open')}
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate(undefined, { onSuccess: leave })
      }}
    >
      <Stack>
        <p>{say('totals.text')}</p>
        {field('attended', say('totals.attended'))}
        <Checkbox
          label={say('totals.has-quiz')}
          checked={hasQuiz}
          onChange={(event) => setHasQuiz(event.currentTarget.checked)}
        />
        {hasQuiz && (
          <div className="two">
            {field('quiz', say('totals.quiz'))}
            {sentencesOf(session).map((number) =>
              field(`right-${number}`, say('totals.right', { number })),
            )}
          </div>
        )}
        <Checkbox
          label={say('totals.has-feedback')}
          checked={hasFeedback}
          onChange={(event) => setHasFeedback(event.currentTarget.checked)}
        />
        {hasFeedback && (
          <div className="two">
            {field('feedback', say('totals.feedback'))}
            {feedbackQuestions.map((question) =>
              field(
                question,
                say('totals.yes', { question: say(`totals.question.${question}`) }),
              ),
            )}
          </div>
        )}
        <RefusalNote refusal={saving.error} />
        <Group>
          <Button type="submit" loading={saving.isPending}>
            {say('totals.counted.keep')}
          </Button>
          <Button variant="default" onClick={leave}>
            {say('session.leave')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const sentencesOf = ({ kind }: Session): readonly number[] =>
  Array.from({ length: quizLength[kind] }, (_, index) => index + 1)

function totalsIn(
  numbers: Numbers,
  session: Session,
  { hasQuiz, hasFeedback }: { readonly hasQuiz: boolean; readonly hasFeedback: boolean },
): Totals {
  const at = (name: string) => numbers[name] ?? 0
  return Totals.parse({
    attended: at('attended'),
    quiz: hasQuiz
      ? {
          answered: at('quiz'),
          right: sentencesOf(session).map((number) => at(`right-${number}`)),
        }
      : null,
    feedback: hasFeedback
      ? {
          answered: at('feedback'),
          yes: Object.fromEntries(feedbackQuestions.map((one) => [one, at(one)])),
        }
      : null,
  })
}
