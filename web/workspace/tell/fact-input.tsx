import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import type { FactField } from '#server/orientation/contract.ts'
import { useLanguage } from '../../language.tsx'
import { factLabel, optionLabel } from './fact-words.ts'

interface Props {
  readonly field: FactField
  readonly value: string
  readonly onChange: (value: string) => void
}

const typeOf: Readonly<Partial<Record<FactField['kind'], string>>> = {
  phone: 'tel',
  address: 'url',
  number: 'number',
  time: 'time',
  date: 'date',
}

/** The field for one fact. */
export function FactInput({ field, value, onChange }: Props): ReactNode {
  const language = useLanguage()
  const { sayIf } = language
  const [key = ''] = field.id.split('.')
  const hint = sayIf(`fact.${key}.hint`)
  const label = factLabel(field, language)
  if (field.kind === 'many') return <Several {...{ field, value, onChange }} />
  if (field.kind === 'choice') {
    const options = field.options.map((option) => {
      return { value: option, label: optionLabel(field, option, language) }
    })
    return (
      <NativeSelect
        label={label}
        value={value}
        data={[{ value: '', label: language.say('tell.choose') }, ...options]}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  }
  const limits = field.kind === 'number' ? { min: 0, max: field.most } : {}
  return (
    <TextInput
      label={label}
      description={hint || undefined}
      type={typeOf[field.kind] ?? 'text'}
      maxLength={300}
      {...limits}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

function Several({ field, value, onChange }: Props): ReactNode {
  const language = useLanguage()
  const chosen = value === '' ? [] : value.split(',')
  return (
    <Checkbox.Group
      label={factLabel(field, language)}
      description={language.sayIf(`fact.${field.id}.hint`) || undefined}
      value={chosen}
      onChange={(next) =>
        onChange(field.options.filter((option) => next.includes(option)).join(','))
      }
    >
      <div className="three">
        {field.options.map((option) => (
          <Checkbox
            key={option}
            value={option}
            label={optionLabel(field, option, language)}
          />
        ))}
      </div>
    </Checkbox.Group>
  )
}
