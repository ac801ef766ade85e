import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Assessment } from '#server/assessments/contract.ts'
import { ask, assessments } from '../../api.ts'
import { useAssessmentChange } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { csvOf, type DrawnUnit, possibleParents, withoutUnit } from './drawn-units.ts'

/** Units changed by hand: names, places, head counts. They are kept under the checks of a file. */
export function UnitEditor({
  assessment: { id, units: kept },
}: {
  readonly assessment: Assessment
}): ReactNode {
  const { say } = useLanguage()
  const [units, setUnits] = useState<readonly DrawnUnit[]>(() =>
    kept.map(({ id: key, name, parent, headcount }) => ({
      key,
      name,
      parent,
      headcount,
    })),
  )
  const [made, setMade] = useState(0)
  const keeping = useAssessmentChange(id, () =>
    ask(
      Assessment,
      assessments[':id'].units.$put({ param: { id }, json: { csv: csvOf(units) } }),
    ),
  )
  const add = () => {
    const name = say('editor.new', { number: made + 1 })
    setMade(made + 1)
    setUnits([...units, { key: `new ${made}`, name, parent: null, headcount: 0 }])
  }
  return (
    <details>
      <summary>{say('editor.title')}</summary>
      <div className="unit-lines">
        {units.map((unit, at) => (
          <UnitLine
            key={unit.key}
            unit={unit}
            number={at + 1}
            parents={possibleParents(units, unit.key)}
            onChange={(changed) => setUnits(units.with(at, changed))}
            onDelete={() => setUnits(withoutUnit(units, unit.key))}
          />
        ))}
      </div>
      <p className="quiet">{say('editor.deleted')}</p>
      <RefusalNote refusal={keeping.error} />
      <div className="keep">
        <Button variant="default" onClick={add}>
          {say('editor.add')}
        </Button>
        <Button
          onClick={() => keeping.mutate(undefined)}
          loading={keeping.isPending}
          disabled={units.length === 0}
        >
          {say('editor.keep')}
        </Button>
      </div>
    </details>
  )
}

function UnitLine({
  unit,
  number,
  parents,
  onChange,
  onDelete,
}: {
  readonly unit: DrawnUnit
  readonly number: number
  readonly parents: readonly DrawnUnit[]
  readonly onChange: (unit: DrawnUnit) => void
  readonly onDelete: () => void
}): ReactNode {
  const { say } = useLanguage()
  const { name } = unit
  return (
    <div className="unit-line">
      <TextInput
        label={say('editor.name', { number })}
        value={name}
        onChange={({ currentTarget: { value } }) => onChange({ ...unit, name: value })}
      />
      <NativeSelect
        label={say('editor.parent', { name })}
        value={unit.parent ?? ''}
        data={[
          { value: '', label: say('editor.top') },
          ...parents.map((one) => ({ value: one.key, label: one.name })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...unit, parent: value || null })
        }
      />
      <NumberInput
        label={say('editor.people', { name })}
        value={unit.headcount}
        min={0}
        max={999_999}
        allowDecimal={false}
        hideControls
        onChange={(value) => onChange({ ...unit, headcount: Number(value) })}
      />
      <Button variant="default" onClick={onDelete}>
        {say('editor.delete', { name })}
      </Button>
    </div>
  )
}
