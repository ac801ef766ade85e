import { Button, Checkbox, TextInput } from '@mantine/core'
import {
  useMutation,
  useQuery,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Assessment, isReleased } from '#server/assessments/contract.ts'
import type { NextWave } from '#server/waves/contract.ts'
import { ask, type Refused, waves } from '../../api.ts'
import { assessmentQuery, assessmentsQuery, frontDoorQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { TakesOver } from './takes-over.tsx'
import { useDraft } from '../use-draft.ts'
import { nextWaveQuery } from './wave-queries.ts'
import { YearInExample } from './year-in-example.tsx'

/** Plans the survey that follows this one. */
export function NextWavePage(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useSuspenseQuery(assessmentQuery(id))
  const { say } = useLanguage()
  const isOut = isReleased(assessment)
  return (
    <>
      <PageHead
        title={say('page.next-wave')}
        lead={say(isOut ? 'waves.next.lead' : 'understand.not-yet')}
      />
      {isOut && <Next assessment={assessment} />}
    </>
  )
}

function Next({ assessment }: { readonly assessment: Assessment }): ReactNode {
  const { id, example } = assessment
  const { say } = useLanguage()
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const { data: next, error } = useQuery(nextWaveQuery(id))
  if (error) return <RefusalNote refusal={error} />
  if (!next) return null
  const { followedBy } = next
  if (followedBy) {
    return (
      <Card>
        <p>{say('waves.next.there')}</p>
        <p>
          <Link to={paths.home} params={{ id: followedBy.id }} className="button-link">
            {say('waves.next.open', { name: followedBy.name })}
          </Link>
        </p>
      </Card>
    )
  }
  const canPlan = door.me?.role === 'organiser'
  return (
    <>
      <TakesOver takesOver={next.takesOver} />
      {canPlan ? (
        <PlanNext id={id} next={next} />
      ) : (
        <Card>
          <p>{say('waves.next.organiser')}</p>
        </Card>
      )}
      {canPlan && example && <YearInExample id={id} />}
    </>
  )
}

function PlanNext({
  id,
  next: { earliest, tooSoon },
}: {
  readonly id: string
  readonly next: NextWave
}): ReactNode {
  const { say, date } = useLanguage()
  const name = useDraft(`waves.${id}.name`)
  const [knowing, setKnowing] = useState(false)
  const planning = usePlanning(id, () => {
    name.forget()
  })
  return (
    <Card title={say('waves.next.button')}>
      <form
        className="wave-form"
        onSubmit={(event) => {
          event.preventDefault()
          planning.mutate({ name: name.text, knowing })
        }}
      >
        <p>
          {say('waves.next.earliest', { date: date(earliest) })}{' '}
          {tooSoon && <strong>{say('waves.next.soon')}</strong>}
        </p>
        <TextInput
          label={say('waves.next.name')}
          required
          maxLength={100}
          value={name.text}
          onChange={({ currentTarget }) => name.write(currentTarget.value)}
        />
        {tooSoon && (
          <Checkbox
            label={say('waves.next.knowing')}
            checked={knowing}
            onChange={({ currentTarget }) => setKnowing(currentTarget.checked)}
          />
        )}
        <RefusalNote refusal={planning.error} />
        <div>
          <Button type="submit" loading={planning.isPending}>
            {say('waves.next.button')}
          </Button>
        </div>
      </form>
    </Card>
  )
}

function usePlanning(id: string, onDone: () => void) {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation<Assessment, Refused, { name: string; knowing: boolean }>({
    mutationFn: (json) =>
      ask(Assessment, waves[':id'].next.$post({ param: { id }, json })),
    onSuccess: async (draft) => {
      onDone()
      client.setQueryData(assessmentQuery(draft.id).queryKey, draft)
      await client.invalidateQueries(assessmentsQuery)
      await client.invalidateQueries(nextWaveQuery(id))
      await navigate({ to: paths.unitsBefore, params: { id: draft.id } })
    },
  })
}
