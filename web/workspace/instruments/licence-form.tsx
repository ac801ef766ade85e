import { Button, Checkbox, NativeSelect, Stack, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import type { InstrumentContent, LicenceRecord } from '#server/instruments/contract.ts'
import {
  forbidsChanges,
  forbidsCommerce,
  type LicenceTerms,
  licenceTerms,
} from '#surveys/instruments/licence.ts'
import { useLanguage } from '../../language.tsx'
import { Translations } from './translations.tsx'
import { useLanguageNames } from './use-language-names.ts'

/** Who allows this instrument to be asked, on which terms, and who translated it. */
export function LicenceForm({
  content,
  licence,
  onChange,
  onKeep,
  isKeeping,
  me,
}: {
  readonly content: InstrumentContent
  readonly licence: LicenceRecord
  readonly onChange: (part: Partial<LicenceRecord>) => void
  readonly onKeep: () => void
  readonly isKeeping: boolean
  readonly me: string
}): ReactNode {
  const { say } = useLanguage()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onKeep()
      }}
    >
      <Stack>
        <h3>{say('instruments.licence')}</h3>
        <p>{say('instruments.licence.text', { name: me })}</p>
        <TextInput
          label={say('instruments.licence.name')}
          required
          maxLength={200}
          value={licence.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <TextInput
          label={say('instruments.licence.holder')}
          required
          maxLength={300}
          value={licence.holder}
          onChange={(event) => onChange({ holder: event.currentTarget.value })}
        />
        <Terms licence={licence} onChange={onChange} />
        <Original content={content} licence={licence} onChange={onChange} />
        <Translations content={content} licence={licence} onChange={onChange} />
        <TextInput
          type="date"
          label={say('instruments.licence.until')}
          value={licence.until ?? ''}
          onChange={(event) => onChange({ until: event.currentTarget.value || null })}
        />
        <div>
          <Button type="submit" loading={isKeeping}>
            {say('instruments.keep')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}

interface Part {
  readonly licence: LicenceRecord
  readonly onChange: (part: Partial<LicenceRecord>) => void
}

function Terms({ licence, onChange }: Part): ReactNode {
  const { say } = useLanguage()
  const { terms } = licence
  return (
    <>
      <NativeSelect
        label={say('instruments.licence.terms')}
        data={licenceTerms.map((value) => ({
          value,
          label: say(`instruments.terms.${value}`),
        }))}
        value={terms}
        onChange={(event) =>
          onChange({ terms: event.currentTarget.value as LicenceTerms })
        }
      />
      <Permission licence={licence} onChange={onChange} />
      <Checkbox
        label={say('instruments.licence.commercial')}
        checked={licence.commercial}
        disabled={forbidsCommerce(terms)}
        onChange={(event) => onChange({ commercial: event.currentTarget.checked })}
      />
      <Checkbox
        label={say('instruments.licence.locked')}
        checked={licence.locked}
        disabled={forbidsChanges(terms)}
        onChange={(event) => onChange({ locked: event.currentTarget.checked })}
      />
    </>
  )
}

function Permission({ licence: { permission }, onChange }: Part): ReactNode {
  const { say } = useLanguage()
  if (!permission) return null
  return (
    <>
      <TextInput
        label={say('instruments.licence.by')}
        required
        maxLength={200}
        value={permission.by}
        onChange={(event) =>
          onChange({ permission: { ...permission, by: event.currentTarget.value } })
        }
      />
      <TextInput
        type="date"
        label={say('instruments.licence.on')}
        required
        value={permission.on}
        onChange={(event) =>
          onChange({ permission: { ...permission, on: event.currentTarget.value } })
        }
      />
    </>
  )
}

function Original({
  content,
  licence,
  onChange,
}: Part & { readonly content: InstrumentContent }): ReactNode {
  const { say } = useLanguage()
  const { nameOf } = useLanguageNames()
  if (content.languages.length < 2) return null
  return (
    <NativeSelect
      label={say('instruments.licence.original')}
      data={content.languages.map((value) => ({ value, label: nameOf(value) }))}
      value={licence.original}
      onChange={(event) => onChange({ original: event.currentTarget.value })}
    />
  )
}
