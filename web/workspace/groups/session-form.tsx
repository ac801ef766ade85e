import {
  Button,
  Checkbox,
  NativeSelect,
  NumberInput,
  Stack,
  TextInput,
} from '@mantine/core'
import { type ReactNode, useState } from 'react'
import {
  type Facilitator,
  type GroupStudy,
  GroupsOfAssessment,
  PlanSession,
} from '#server/group-studies/contract.ts'
import { minutesOfGroup, seatsOfGroup } from '#surveys/focus-group-guide.ts'
import { languageNames } from '#surveys/locale.ts'
import { ask, groupStudies } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { noneChecked, PowerTicks } from './power-ticks.tsx'
import { useGroupsChange } from './queries.ts'

interface Fields {
  readonly draft: PlanSession
  readonly change: (part: Partial<PlanSession>) => void
}

/** Plans one group. */
export function SessionForm({
  id,
  study,
  facilitators,
  onSaved,
}: {
  readonly id: string
  readonly study: GroupStudy
  readonly facilitators: readonly Facilitator[]
  readonly onSaved: () => void
}): ReactNode {
  const { say } = useLanguage()
  const [draft, setDraft] = useState<PlanSession>(() => draftOf(study, facilitators))
  const change = (part: Partial<PlanSession>) => setDraft({ ...draft, ...part })
  const saving = useGroupsChange(id, () =>
    ask(
      GroupsOfAssessment,
      groupStudies[':id'].sessions.$post({ param: { id }, json: draft }),
    ),
  )
  return (
    <form
      aria-label={say('groups.session.plan')}
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate(undefined, { onSuccess: onSaved })
      }}
    >
      <Stack>
        <Who draft={draft} change={change} study={study} facilitators={facilitators} />
        <When draft={draft} change={change} />
        <Where draft={draft} change={change} />
        <PowerTicks
          label={say('groups.session.power')}
          hint={say('groups.session.power.hint')}
          value={draft.powerCheck}
          onChange={(powerCheck) => change({ powerCheck })}
        />
        <RefusalNote refusal={saving.error} />
        <div>
          <Button type="submit" loading={saving.isPending}>
            {say('groups.session.save')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}

function Who({
  draft,
  change,
  study,
  facilitators,
}: Fields & {
  readonly study: GroupStudy
  readonly facilitators: readonly Facilitator[]
}): ReactNode {
  const { say } = useLanguage()
  return (
    <div className="two">
      <NativeSelect
        label={say('groups.session.type')}
        value={draft.type}
        data={[...study.types]}
        onChange={(event) => change({ type: event.currentTarget.value })}
      />
      <NativeSelect
        label={say('groups.session.language')}
        value={draft.language}
        data={study.languages.map((value) => ({ value, label: languageNames[value] }))}
        onChange={(event) =>
          change({
            language: PlanSession.shape.language.parse(event.currentTarget.value),
          })
        }
      />
      <NativeSelect
        label={say('groups.session.facilitator')}
        value={draft.facilitator}
        data={facilitators.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => change({ facilitator: event.currentTarget.value })}
      />
      <NumberInput
        label={say('groups.session.seats')}
        description={say('groups.session.seats.hint')}
        min={seatsOfGroup.fewest}
        max={seatsOfGroup.most}
        clampBehavior="none"
        allowDecimal={false}
        value={draft.seats}
        onChange={(value) => change({ seats: Number(value) })}
      />
      <Checkbox
        label={say('groups.session.note-taker')}
        checked={draft.noteTaker}
        onChange={(event) => change({ noteTaker: event.currentTarget.checked })}
      />
    </div>
  )
}

function When({ draft, change }: Fields): ReactNode {
  const { say } = useLanguage()
  return (
    <div className="three">
      <TextInput
        type="date"
        required
        label={say('groups.session.day')}
        value={draft.day}
        onChange={(event) => change({ day: event.currentTarget.value })}
      />
      <TextInput
        type="time"
        required
        label={say('groups.session.time')}
        value={draft.time}
        onChange={(event) => change({ time: event.currentTarget.value })}
      />
      <NumberInput
        label={say('groups.session.minutes')}
        description={say('groups.session.minutes.hint')}
        min={minutesOfGroup.shortest}
        max={minutesOfGroup.longest}
        step={15}
        clampBehavior="none"
        allowDecimal={false}
        value={draft.minutes}
        onChange={(value) => change({ minutes: Number(value) })}
      />
    </div>
  )
}

function Where({ draft, change }: Fields): ReactNode {
  const { say } = useLanguage()
  return (
    <div className="two">
      <NativeSelect
        label={say('groups.session.mode')}
        value={draft.mode}
        data={PlanSession.shape.mode.options.map((value) => ({
          value,
          label: say(`mode.${value}`),
        }))}
        onChange={(event) =>
          change({ mode: PlanSession.shape.mode.parse(event.currentTarget.value) })
        }
      />
      <TextInput
        required
        label={say('groups.session.place')}
        description={say('groups.session.place.hint')}
        value={draft.place}
        onChange={(event) => change({ place: event.currentTarget.value })}
      />
    </div>
  )
}

function draftOf(
  { types, languages }: GroupStudy,
  facilitators: readonly Facilitator[],
): PlanSession {
  return {
    type: types[0] ?? '',
    day: '',
    time: '',
    minutes: minutesOfGroup.usual,
    mode: 'onsite',
    place: '',
    language: languages[0] ?? 'en',
    noteTaker: true,
    seats: seatsOfGroup.suggested[1],
    facilitator: facilitators[0]?.id ?? '',
    powerCheck: noneChecked,
  }
}
