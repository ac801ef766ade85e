import {
  Button,
  Checkbox,
  NativeSelect,
  NumberInput,
  Stack,
  Textarea,
} from '@mantine/core'
import { type ReactNode, useState } from 'react'
import {
  GroupStudy,
  GroupsOfAssessment,
  type NewStudy,
} from '#server/group-studies/contract.ts'
import { groupPurposes, stopRules } from '#surveys/focus-group-guide.ts'
import { type Locale, languageNames } from '#surveys/locale.ts'
import { ask, groupStudies } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { useGroupsChange } from './queries.ts'

interface Draft extends Omit<NewStudy, 'types'> {
  /** a kind of participants a line */
  readonly types: string
}

/** Plans what the groups are for, or changes it. */
export function StudyForm({
  id,
  groups,
  onSaved,
}: {
  readonly id: string
  readonly groups: GroupsOfAssessment
  readonly onSaved: () => void
}): ReactNode {
  const { say, count } = useLanguage()
  const [draft, setDraft] = useState<Draft>(() => draftOf(groups))
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const saving = useGroupsChange(id, () =>
    ask(
      GroupsOfAssessment,
      groupStudies[':id'].$put({ param: { id }, json: writable(draft) }),
    ),
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate(undefined, { onSuccess: onSaved })
      }}
    >
      <Stack>
        <Checkbox.Group
          label={say('groups.purposes')}
          value={[...draft.purposes]}
          onChange={(chosen) =>
            change({ purposes: groupPurposes.filter((one) => chosen.includes(one)) })
          }
        >
          <Stack gap="xs">
            {groupPurposes.map((purpose) => (
              <Checkbox key={purpose} value={purpose} label={say(`purpose.${purpose}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Textarea
          label={say('groups.types')}
          description={say('groups.types.hint')}
          required
          autosize
          minRows={3}
          value={draft.types}
          onChange={(event) => change({ types: event.currentTarget.value })}
        />
        <Checkbox
          label={say('groups.power-apart')}
          checked={draft.powerApart}
          onChange={(event) => change({ powerApart: event.currentTarget.checked })}
        />
        <NumberInput
          label={say('groups.planned')}
          description={count('groups.planned.hint', groups.fewestGroups)}
          required
          w={240}
          min={1}
          max={24}
          allowDecimal={false}
          value={draft.plannedGroups}
          onChange={(value) => change({ plannedGroups: Number(value) })}
        />
        <NativeSelect
          label={say('groups.stop')}
          value={draft.stopRule}
          data={stopRules.map((rule) => ({ value: rule, label: say(`stop.${rule}`) }))}
          onChange={(event) =>
            change({
              stopRule: GroupStudy.shape.stopRule.parse(event.currentTarget.value),
            })
          }
        />
        <Languages
          offered={groups.assessment.languages}
          chosen={draft.languages}
          onChange={(languages) => change({ languages })}
        />
        <RefusalNote refusal={saving.error} />
        <div>
          <Button type="submit" loading={saving.isPending}>
            {say('groups.study.save')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}

function Languages({
  offered,
  chosen,
  onChange,
}: {
  readonly offered: readonly Locale[]
  readonly chosen: readonly Locale[]
  readonly onChange: (languages: readonly Locale[]) => void
}): ReactNode {
  const { say } = useLanguage()
  return (
    <Checkbox.Group
      label={say('groups.languages')}
      value={[...chosen]}
      onChange={(now) => onChange(offered.filter((locale) => now.includes(locale)))}
    >
      <div className="inline-list">
        {offered.map((locale) => (
          <Checkbox
            key={locale}
            value={locale}
            label={languageNames[locale]}
            lang={locale}
          />
        ))}
      </div>
    </Checkbox.Group>
  )
}

function draftOf({ study, fewestGroups, assessment }: GroupsOfAssessment): Draft {
  if (study) return { ...study, types: study.types.join('\n'), powerApart: false }
  return {
    purposes: ['causes', 'improvements'],
    types: '',
    plannedGroups: Math.max(4, fewestGroups),
    stopRule: 'nothing-new',
    languages: assessment.languages,
    powerApart: false,
  }
}

function writable(draft: Draft) {
  const types = draft.types.split('\n').map((line) => line.trim())
  return {
    ...draft,
    purposes: [...draft.purposes],
    languages: [...draft.languages],
    types: types.filter((line) => line !== ''),
  }
}
