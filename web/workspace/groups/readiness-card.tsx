import { Button, Checkbox, Stack, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Readiness } from '#server/group-studies/contract.ts'
import { competences, conductRules, conductVersion } from '#surveys/focus-group-guide.ts'
import { ask, groupStudies, type Refused } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { readinessQuery } from './queries.ts'

/** What a facilitator can do, and signs, before the first group. */
export function ReadinessCard(): ReactNode {
  const { say, date } = useLanguage()
  const { data: readiness } = useQuery(readinessQuery)
  if (!readiness) return null
  const { conduct } = readiness
  return (
    <Card title={say('facilitate.ready.title')}>
      {conduct ? (
        <p className="good">
          {say('facilitate.signed', { date: date(conduct.on), name: conduct.name })}
        </p>
      ) : (
        <Signing />
      )}
    </Card>
  )
}

function Signing(): ReactNode {
  const { say } = useLanguage()
  const client = useQueryClient()
  const [ticked, setTicked] = useState<readonly string[]>([])
  const [name, setName] = useState('')
  const signing = useMutation<Readiness, Refused>({
    mutationFn: () =>
      ask(
        Readiness,
        groupStudies.readiness.$put({
          json: { competences: [...ticked], name, version: conductVersion },
        }),
      ),
    onSuccess: (signed) => client.setQueryData(readinessQuery.queryKey, signed),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        signing.mutate()
      }}
    >
      <Stack>
        <p>{say('facilitate.ready.text')}</p>
        <Checkbox.Group
          label={say('facilitate.competences')}
          value={[...ticked]}
          onChange={setTicked}
        >
          <Stack gap="xs">
            {competences.map((one) => (
              <Checkbox key={one} value={one} label={say(`competence.${one}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <div>
          <h3>{say('facilitate.conduct')}</h3>
          <ol>
            {conductRules.map((rule) => (
              <li key={rule}>{say(`conduct.${rule}`)}</li>
            ))}
          </ol>
        </div>
        <TextInput
          label={say('facilitate.sign.name')}
          required
          minLength={2}
          maw={360}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <RefusalNote refusal={signing.error} />
        <div>
          <Button type="submit" loading={signing.isPending}>
            {say('facilitate.sign')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}
