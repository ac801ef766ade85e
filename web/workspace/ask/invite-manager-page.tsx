import { Button, Checkbox, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { smallestTeam } from '#analysis/sources/interviews.ts'
import type { Assessment } from '#server/assessments/contract.ts'
import { InterviewLink } from '#server/interviews/contract.ts'
import { ask, interviews, type Refused } from '../../api.ts'
import { assessmentQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { ShownLink } from '../../manager-interview/shown-link.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { neighboursOf, peopleIn } from './neighbours.ts'
import { interviewsQuery } from './queries.ts'

/** Chooses whom an interview is about, and makes the link for the manager. */
export function InviteManagerPage(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useSuspenseQuery(assessmentQuery(id))
  const { say } = useLanguage()
  const client = useQueryClient()
  const [label, setLabel] = useState('')
  const [units, setUnits] = useState<readonly string[]>([])
  const inviting = useMutation<InterviewLink, Refused>({
    mutationFn: () =>
      ask(
        InterviewLink,
        interviews[':id'].$post({ param: { id }, json: { units: [...units], label } }),
      ),
    onSuccess: () => client.invalidateQueries(interviewsQuery(id)),
  })
  const head = (
    <PageHead title={say('interviews.new')} lead={say('interviews.new.lead')} />
  )
  if (inviting.data) {
    return (
      <>
        {head}
        <Card title={label}>
          <ShownLink
            label={say('interviews.link')}
            text={say('interviews.link.text')}
            link={inviting.data.link}
          />
        </Card>
        <Link to={paths.ask} params={{ id }}>
          {say('form.back')}
        </Link>
      </>
    )
  }
  return (
    <>
      {head}
      <form
        className="card"
        onSubmit={(event) => {
          event.preventDefault()
          inviting.mutate()
        }}
      >
        <Stack>
          <ChooseUnits assessment={assessment} units={units} onChoose={setUnits} />
          <TextInput
            label={say('interviews.label')}
            description={say('interviews.label.hint')}
            required
            maxLength={40}
            autoComplete="off"
            value={label}
            onChange={(event) => setLabel(event.currentTarget.value)}
          />
          <RefusalNote refusal={inviting.error} />
          <Button type="submit" loading={inviting.isPending}>
            {say('interviews.invite')}
          </Button>
        </Stack>
      </form>
    </>
  )
}

function ChooseUnits({
  assessment,
  units,
  onChoose,
}: {
  readonly assessment: Assessment
  readonly units: readonly string[]
  readonly onChoose: (units: readonly string[]) => void
}): ReactNode {
  const { say, count } = useLanguage()
  const people = peopleIn(assessment, units)
  const isTooSmall = people > 0 && people < smallestTeam
  return (
    <>
      <Checkbox.Group
        label={say('interviews.unit')}
        description={say('interviews.unit.hint')}
        value={[...units]}
        onChange={onChoose}
      >
        <Stack gap="xs" mt="xs">
          {assessment.units.map(({ id, name }) => (
            <Checkbox
              key={id}
              value={id}
              label={`${name} · ${count('people', peopleIn(assessment, [id]))}`}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      {isTooSmall && (
        <div role="status">
          <p>{say('interviews.too-small', { people, least: smallestTeam })}</p>
          <div className="row">
            {neighboursOf(assessment, units).map(({ id, name }) => (
              <Button key={id} variant="default" onClick={() => onChoose([...units, id])}>
                {say('interviews.join', { unit: name })}
              </Button>
            ))}
          </div>
        </div>
      )}
    </>
  )
}
