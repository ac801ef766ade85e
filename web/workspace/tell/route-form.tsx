import { Button, Checkbox, NumberInput, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { type AccessRoute, Orientation } from '#server/orientation/contract.ts'
import { ask, orientation, type Refused } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { orientationQuery } from '../../orientation.ts'
import { RefusalNote } from '../../ui/refusal.tsx'

const empty: AccessRoute = {
  provider: '',
  phone: '',
  portal: '',
  hours: '',
  sessions: 5,
  family: true,
}

const texts = ['provider', 'phone', 'portal', 'hours'] as const

/** How people reach the program; everything that introduces it is printed from this. */
export function RouteForm({
  id,
  route,
}: {
  readonly id: string
  readonly route: AccessRoute | null
}): ReactNode {
  const { say } = useLanguage()
  const client = useQueryClient()
  const [values, setValues] = useState(route ?? empty)
  const saving = useMutation<Orientation, Refused>({
    mutationFn: () =>
      ask(Orientation, orientation[':id'].route.$put({ param: { id }, json: values })),
    onSuccess: (saved) => client.setQueryData(orientationQuery(id).queryKey, saved),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate()
      }}
    >
      <Stack>
        {texts.map((name) => (
          <TextInput
            key={name}
            label={say(`route.${name}`)}
            description={say(`route.${name}.hint`)}
            required={name !== 'portal'}
            value={values[name]}
            onChange={(event) =>
              setValues({ ...values, [name]: event.currentTarget.value })
            }
          />
        ))}
        <NumberInput
          label={say('route.sessions')}
          min={1}
          max={50}
          required
          value={values.sessions}
          onChange={(sessions) =>
            setValues({ ...values, sessions: Number(sessions) || 1 })
          }
        />
        <Checkbox
          label={say('route.family')}
          checked={values.family}
          onChange={(event) =>
            setValues({ ...values, family: event.currentTarget.checked })
          }
        />
        <RefusalNote refusal={saving.error} />
        <div>
          <Button
            type="submit"
            loading={saving.isPending}
            variant={route ? 'default' : 'filled'}
          >
            {say('prepare.save')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}
