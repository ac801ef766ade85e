import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ChangeEvent, type ReactNode, useState } from 'react'
import type { Refused } from '../../api.ts'
import { forgetPerson } from '../../assessment.ts'
import { type AccountText, useLanguage, type WebText } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { RefusalNote } from '../../ui/refusal.tsx'

export interface AccountField<Name extends string> {
  readonly name: Name
  readonly label: WebText | AccountText
  readonly hint?: WebText | AccountText
  readonly kind?: 'password' | 'email'
  readonly autoComplete?: string
}

/** What somebody new says about themselves. */
export const newPersonFields = [
  { name: 'name', label: 'accounts.name', autoComplete: 'name' },
  {
    name: 'email',
    label: 'accounts.email',
    kind: 'email',
    autoComplete: 'username',
  },
  {
    name: 'password',
    label: 'accounts.password',
    hint: 'password.wanted.hint',
    kind: 'password',
    autoComplete: 'new-password',
  },
] as const satisfies readonly AccountField<string>[]

/** A short form that ends in a session, or in what comes after: to set up, to sign in, to join. */
export function AccountForm<Name extends string>({
  fields,
  button,
  send,
  onSent = () => 'work',
}: {
  readonly fields: readonly AccountField<Name>[]
  readonly button: WebText | AccountText
  readonly send: (values: Readonly<Record<Name, string>>) => Promise<unknown>
  /** hears of what came of it; work begins unless it says that something comes first */
  readonly onSent?: (result: unknown) => 'work' | 'more'
}): ReactNode {
  const { say } = useLanguage()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [values, setValues] = useState(() => emptyOf(fields))
  const sending = useMutation<unknown, Refused>({
    mutationFn: () => send(values),
    onSuccess: async (result) => {
      if (onSent(result) === 'more') return
      await forgetPerson(client)
      await navigate({ to: paths.assessments })
    },
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        sending.mutate()
      }}
    >
      <Stack>
        {fields.map((field) => {
          const props = {
            label: say(field.label),
            description: field.hint && say(field.hint),
            autoComplete: field.autoComplete,
            required: true,
            value: values[field.name],
            onChange: (event: ChangeEvent<HTMLInputElement>) =>
              setValues({ ...values, [field.name]: event.currentTarget.value }),
          }
          return field.kind === 'password' ? (
            <PasswordInput
              key={field.name}
              {...props}
              visibilityToggleButtonProps={{
                'aria-label': say('accounts.password.show'),
              }}
            />
          ) : (
            <TextInput key={field.name} {...props} type={field.kind ?? 'text'} />
          )
        })}
        <RefusalNote refusal={sending.error} />
        <div>
          <Button type="submit" loading={sending.isPending}>
            {say(button)}
          </Button>
        </div>
      </Stack>
    </form>
  )
}

function emptyOf<Name extends string>(
  fields: readonly AccountField<Name>[],
): Readonly<Record<Name, string>> {
  return Object.fromEntries(fields.map(({ name }) => [name, ''])) as Record<Name, string>
}
