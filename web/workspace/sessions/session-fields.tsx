import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { BriefingPlan, type Schedule } from '#server/briefings/contract.ts'
import { languageNames } from '#surveys/locale.ts'
import { useLanguage } from '../../language.tsx'
import { usualMinutes, zonesToChoose } from './session-draft.ts'

interface Fields {
  readonly plan: BriefingPlan
  readonly change: (part: Partial<BriefingPlan>) => void
}

const {
  kind: kinds,
  shift: shifts,
  mode: modes,
  language: languagesOf,
} = BriefingPlan.shape

/** Everything there is to say about a session. */
export function SessionFields({
  plan,
  change,
  languages,
  isNew,
}: Fields & {
  readonly languages: Schedule['languages']
  readonly isNew: boolean
}): ReactNode {
  const { say } = useLanguage()
  return (
    <>
      <div className="three">
        {isNew && (
          <NativeSelect
            label={say('session.kind')}
            value={plan.kind}
            data={kinds.options.map((value) => ({
              value,
              label: say(`session.kind.${value}`),
            }))}
            onChange={({ currentTarget: { value } }) => {
              const kind = kinds.parse(value)
              change({ kind, minutes: usualMinutes[kind] })
            }}
          />
        )}
        <NativeSelect
          label={say('session.shift')}
          value={plan.shift}
          data={shifts.options.map((value) => ({
            value,
            label: say(`session.shift.${value}`),
          }))}
          onChange={(event) => change({ shift: shifts.parse(event.currentTarget.value) })}
        />
        <NativeSelect
          label={say('session.language')}
          value={plan.language}
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={(event) =>
            change({ language: languagesOf.parse(event.currentTarget.value) })
          }
        />
      </div>
      <When plan={plan} change={change} />
      <Where plan={plan} change={change} />
      {plan.kind !== 'individual' && <Seats plan={plan} change={change} />}
    </>
  )
}

function When({ plan, change }: Fields): ReactNode {
  const { say } = useLanguage()
  return (
    <div className="two">
      <TextInput
        type="date"
        required
        label={say('session.day')}
        value={plan.day}
        onChange={(event) => change({ day: event.currentTarget.value })}
      />
      <TextInput
        type="time"
        required
        label={say('session.time')}
        value={plan.time}
        onChange={(event) => change({ time: event.currentTarget.value })}
      />
      <NumberInput
        label={say('session.minutes')}
        min={10}
        max={240}
        step={5}
        clampBehavior="none"
        allowDecimal={false}
        value={plan.minutes}
        onChange={(value) => change({ minutes: Number(value) })}
      />
      <NativeSelect
        label={say('session.zone')}
        value={plan.zone}
        data={[...zonesToChoose(plan.zone)]}
        onChange={(event) => change({ zone: event.currentTarget.value })}
      />
    </div>
  )
}

function Where({ plan, change }: Fields): ReactNode {
  const { say } = useLanguage()
  return (
    <>
      <div className="two">
        <NativeSelect
          label={say('session.mode')}
          value={plan.mode}
          data={modes.options.map((value) => ({
            value,
            label: say(`session.mode.${value}`),
          }))}
          onChange={(event) => change({ mode: modes.parse(event.currentTarget.value) })}
        />
        <TextInput
          required
          label={say('session.leader')}
          description={say('session.leader.hint')}
          value={plan.leader}
          maxLength={80}
          onChange={(event) => change({ leader: event.currentTarget.value })}
        />
      </div>
      <TextInput
        required
        label={say('session.place')}
        description={say('session.place.hint')}
        value={plan.place}
        maxLength={200}
        onChange={(event) => change({ place: event.currentTarget.value })}
      />
    </>
  )
}

function Seats({ plan, change }: Fields): ReactNode {
  const { say } = useLanguage()
  return (
    <div className="two">
      <NumberInput
        label={say('session.seats')}
        description={say('session.seats.hint')}
        min={5}
        max={200}
        clampBehavior="none"
        allowDecimal={false}
        value={plan.seats}
        onChange={(value) => change({ seats: Number(value) })}
      />
      <Checkbox
        label={say('session.booking')}
        checked={plan.booking}
        onChange={(event) => change({ booking: event.currentTarget.checked })}
      />
    </div>
  )
}
