import { Checkbox, Group, NativeSelect } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Invitations, type InvitedUnit, Way } from '#server/invitations/contract.ts'
import { isLocale, type Locale, languageNames } from '#surveys/locale.ts'
import { ask, invitations } from '../../api.ts'
import { assessmentQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { useInvitationChange } from './queries.ts'

interface Choice {
  readonly way: Way
  readonly languages: readonly Locale[]
}

/** Chooses the way and the languages of one unit. */
export function WayOfUnit({
  id,
  unit,
}: {
  readonly id: string
  readonly unit: InvitedUnit
}): ReactNode {
  const { say } = useLanguage()
  const { data: assessment } = useSuspenseQuery(assessmentQuery(id))
  const choosing = useInvitationChange(id, ({ way, languages }: Choice) =>
    ask(
      Invitations,
      invitations[':id'].way.$put({
        param: { id },
        json: { unit: unit.unit, way, languages: [...languages] },
      }),
    ),
  )
  const { way, languages, name, settled } = unit
  const isFixed = (other: Way): boolean =>
    settled && (other === 'lot') !== (way === 'lot')
  return (
    <>
      <NativeSelect
        label={say('invitations.way', { unit: name })}
        description={settled ? say('invitations.way.settled') : undefined}
        value={way}
        disabled={choosing.isPending}
        onChange={(event) =>
          choosing.mutate({ way: Way.parse(event.currentTarget.value), languages })
        }
        data={Way.options.map((value) => ({
          value,
          label: say(`way.${value}`),
          disabled: isFixed(value),
        }))}
      />
      {assessment.languages.length > 1 && (
        <Checkbox.Group
          label={say('invitations.languages', { unit: name })}
          value={[...languages]}
          onChange={(chosen) => {
            const spoken = assessment.languages.filter((one) => chosen.includes(one))
            if (spoken.length > 0) choosing.mutate({ way, languages: spoken })
          }}
        >
          <Group>
            {assessment.languages.filter(isLocale).map((locale) => (
              <Checkbox
                key={locale}
                value={locale}
                label={languageNames[locale]}
                lang={locale}
              />
            ))}
          </Group>
        </Checkbox.Group>
      )}
      <RefusalNote refusal={choosing.error} />
    </>
  )
}
