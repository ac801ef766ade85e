import { Checkbox, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import type { PowerCheck } from '#server/group-studies/contract.ts'
import { useLanguage } from '../../language.tsx'

/** What must be true of everybody in the room. */
const checks = [
  ['nobodyLeads', 'nobody-leads'],
  ['noObserver', 'no-observer'],
  ['noRelatives', 'no-relatives'],
] as const

export const noneChecked: PowerCheck = {
  nobodyLeads: false,
  noObserver: false,
  noRelatives: false,
}

export function PowerTicks({
  label,
  hint,
  value,
  onChange,
}: {
  readonly label: string
  readonly hint: string
  readonly value: PowerCheck
  readonly onChange: (value: PowerCheck) => void
}): ReactNode {
  const { say } = useLanguage()
  return (
    <fieldset className="plain">
      <legend>{label}</legend>
      <p className="quiet">{hint}</p>
      <Stack gap="xs">
        {checks.map(([field, key]) => (
          <Checkbox
            key={field}
            label={say(`power.${key}`)}
            checked={value[field]}
            onChange={(event) =>
              onChange({ ...value, [field]: event.currentTarget.checked })
            }
          />
        ))}
      </Stack>
    </fieldset>
  )
}
