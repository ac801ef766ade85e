import { Button, Stack, TextInput } from '@mantine/core'
import {
  useMutation,
  useQuery,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Assessment } from '#server/assessments/contract.ts'
import { ask, assessments, type Refused } from '../../api.ts'
import { assessmentQuery, assessmentsQuery, frontDoorQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { currentStep } from './steps.ts'

/** Every assessment of the organization, and where each stands. */
export function AssessmentsPage(): ReactNode {
  const { say } = useLanguage()
  const { data } = useQuery(assessmentsQuery)
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  return (
    <div className="page">
      <PageHead title={say('assessments.title')} lead={door.me?.organization.name} />
      {data?.length === 0 && <p>{say('assessments.none')}</p>}
      <div className="two">
        {data?.map((assessment) => (
          <AssessmentCard key={assessment.id} assessment={assessment} />
        ))}
        {door.me?.role === 'organiser' && <NewAssessmentCard />}
      </div>
    </div>
  )
}

function AssessmentCard({ assessment }: { readonly assessment: Assessment }): ReactNode {
  const { say, count } = useLanguage()
  const people = assessment.units.reduce((sum, { headcount }) => sum + headcount, 0)
  const step = currentStep(assessment)
  return (
    <Card title={assessment.name}>
      <p>
        {say(`state.${assessment.state}`)}
        {people > 0 && ` · ${count('people', people)}`}
      </p>
      <p className="row">
        <Link to={paths[step]} params={{ id: assessment.id }} className="button-link">
          {say(`step.${step}.open`)}
        </Link>
        <Link
          to={paths.home}
          params={{ id: assessment.id }}
          className="button-link quiet-button"
        >
          {say('home.link')}
        </Link>
      </p>
    </Card>
  )
}

function NewAssessmentCard(): ReactNode {
  const { say } = useLanguage()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const planning = useMutation<Assessment, Refused>({
    mutationFn: () => ask(Assessment, assessments.index.$post({ json: { name } })),
    onSuccess: async (assessment) => {
      client.setQueryData(assessmentQuery(assessment.id).queryKey, assessment)
      await client.invalidateQueries(assessmentsQuery)
      await navigate({ to: paths.prepare, params: { id: assessment.id } })
    },
  })
  return (
    <Card title={say('assessments.new')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          planning.mutate()
        }}
      >
        <Stack>
          <TextInput
            label={say('assessments.name')}
            placeholder={say('assessments.name.example')}
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <RefusalNote refusal={planning.error} />
          <div>
            <Button type="submit" variant="default" loading={planning.isPending}>
              {say('assessments.new.button')}
            </Button>
          </div>
        </Stack>
      </form>
    </Card>
  )
}
