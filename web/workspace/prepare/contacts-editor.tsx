import { Button, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Contact, Plan } from '#server/assessments/contract.ts'
import { type Locale, languageNames } from '#surveys/locale.ts'
import { useLanguage } from '../../language.tsx'

const emptyLine: Contact = { name: '', phone: '' }

/** Where people can turn to now, in each language of the survey. */
export function ContactsEditor({
  plan,
  onChange,
}: {
  readonly plan: Plan
  readonly onChange: (contacts: Plan['contacts']) => void
}): ReactNode {
  const { say } = useLanguage()
  const { contacts, languages } = plan
  const change = (locale: Locale, lines: readonly Contact[]) =>
    onChange({ ...contacts, [locale]: lines })
  return (
    <fieldset className="plain">
      <legend>{say('prepare.contacts')}</legend>
      <p className="quiet">{say('prepare.contacts.hint')}</p>
      {languages.map((locale) => (
        <LanguageContacts
          key={locale}
          locale={locale}
          lines={contacts[locale]?.length ? contacts[locale] : [emptyLine, emptyLine]}
          onChange={(lines) => change(locale, lines)}
        />
      ))}
    </fieldset>
  )
}

function LanguageContacts({
  locale,
  lines,
  onChange,
}: {
  readonly locale: Locale
  readonly lines: readonly Contact[]
  readonly onChange: (lines: readonly Contact[]) => void
}): ReactNode {
  const { say } = useLanguage()
  const replace = (place: number, part: Partial<Contact>) =>
    onChange(lines.map((line, index) => (index === place ? { ...line, ...part } : line)))
  return (
    <fieldset className="plain contacts">
      <legend lang={locale}>{languageNames[locale]}</legend>
      {lines.map(({ name, phone }, index) => (
        <div className="contact-line" key={index}>
          <TextInput
            label={say('prepare.contact.name')}
            value={name}
            maxLength={80}
            onChange={(event) => replace(index, { name: event.currentTarget.value })}
          />
          <TextInput
            label={say('prepare.contact.phone')}
            value={phone}
            maxLength={40}
            onChange={(event) => replace(index, { phone: event.currentTarget.value })}
          />
        </div>
      ))}
      {lines.length < 8 && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => onChange([...lines, emptyLine])}
        >
          {say('prepare.contact.add')}
        </Button>
      )}
    </fieldset>
  )
}
