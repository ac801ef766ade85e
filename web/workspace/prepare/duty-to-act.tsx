import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Side } from '#server/accounts/contract.ts'
import { Assessment, isChangeable } from '#server/assessments/contract.ts'
import { ask, assessments } from '../../api.ts'
import { frontDoorQuery, useAssessmentChange } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'

const sides: readonly Side[] = ['organiser', 'employee-side']

/** What knowledge obliges to, read and agreed to by each side for itself. */
export function DutyToAct({
  assessment,
}: {
  readonly assessment: Assessment
}): ReactNode {
  const { say } = useLanguage()
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const { id, dutyRead } = assessment
  const agreeing = useAssessmentChange(id, () =>
    ask(Assessment, assessments[':id']['duty-to-act'].$post({ param: { id } })),
  )
  const me = sides.find((side) => side === door.me?.role)
  const waiting = sides.filter((side) => !dutyRead.some(({ role }) => role === side))
  return (
    <Card title={say('duties.act')}>
      <p>{say('duties.act.1')}</p>
      <p>{say('duties.act.2')}</p>
      <p>{say('duties.act.3')}</p>
      {dutyRead.map(({ role, by }) => (
        <p key={role} className="good">
          {say(role === 'organiser' ? 'duties.act.by' : 'duties.act.by-staff', {
            name: by,
          })}
        </p>
      ))}
      {waiting.length > 0 && (
        <p>
          {say('duties.act.waits', {
            sides: waiting.map((side) => say(`side.${side}`)).join(', '),
          })}
        </p>
      )}
      <RefusalNote refusal={agreeing.error} />
      {me && waiting.includes(me) && isChangeable(assessment) && (
        <Button onClick={() => agreeing.mutate(undefined)} loading={agreeing.isPending}>
          {say('duties.act.agree')}
        </Button>
      )}
    </Card>
  )
}
