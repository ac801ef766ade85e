import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { type Content, InterviewDoor } from '#server/interviews/contract.ts'
import { ask, interviewDoor, type Refused } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import {
  InterviewForm,
  nothingSaid,
  type Said,
} from '../../manager-interview/interview-form.tsx'
import { InterviewSummary } from '../../manager-interview/interview-summary.tsx'
import { Card } from '../../ui/card.tsx'
import { FinalButton } from '../../ui/final-button.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { doorQuery, type Opened } from './door-query.ts'

/** The manager reads what was understood, corrects it, and approves. */
export function ApproveSummary({
  link,
  opened: { door, secret },
  content,
}: {
  readonly link: string
  readonly opened: Opened
  readonly content: Content | null
}): ReactNode {
  const { say } = useLanguage()
  const [isCorrecting, setCorrecting] = useState(false)
  const { version } = door
  const said = content ?? nothingSaid
  const correcting = useStep<Said>(link, ({ answers, texts, harmless }) => {
    const json = { secret, version, answers, texts, harmless: [...harmless] }
    return ask(InterviewDoor, interviewDoor.correct.$post({ json }))
  })
  const approving = useStep<void>(link, () =>
    ask(InterviewDoor, interviewDoor.approve.$post({ json: { secret, version } })),
  )
  if (isCorrecting) {
    return (
      <>
        <InterviewForm
          before={said}
          finish={say('interview.correct.save')}
          onFinish={(corrected) =>
            correcting.mutate(corrected, { onSuccess: () => setCorrecting(false) })
          }
          onLeave={() => setCorrecting(false)}
        />
        <RefusalNote refusal={correcting.error} />
      </>
    )
  }
  return (
    <Card title={say('interview.summary')}>
      <p>{say('interview.summary.lead')}</p>
      <InterviewSummary said={said} />
      <RefusalNote refusal={approving.error} />
      <p className="quiet">{say('interview.approve.text')}</p>
      <div className="row">
        <Button variant="default" onClick={() => setCorrecting(true)}>
          {say('interview.correct')}
        </Button>
        <FinalButton
          label={say('interview.approve')}
          onConfirm={() => approving.mutate()}
        />
      </div>
    </Card>
  )
}

/** After a step, and after a no, the page shows what is there now. */
function useStep<Given>(link: string, step: (given: Given) => Promise<InterviewDoor>) {
  const client = useQueryClient()
  return useMutation<InterviewDoor, Refused, Given>({
    mutationFn: step,
    onSettled: () => client.refetchQueries(doorQuery(link)),
  })
}
