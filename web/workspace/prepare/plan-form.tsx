import { Button, Checkbox, Stack, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Assessment, type Plan } from '#server/assessments/contract.ts'
import { languageNames, locales } from '#surveys/locale.ts'
import { ask, assessments } from '../../api.ts'
import { useAssessmentChange } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { ContactsEditor } from './contacts-editor.tsx'

/** Languages, help contacts and dates. */
export function PlanForm({ assessment }: { readonly assessment: Assessment }): ReactNode {
  const { say } = useLanguage()
  const { id } = assessment
  const [plan, setPlan] = useState<Plan>(() => planOf(assessment))
  const saving = useAssessmentChange(id, () =>
    ask(
      Assessment,
      assessments[':id'].plan.$put({ param: { id }, json: writable(plan) }),
    ),
  )
  const change = (part: Partial<Plan>) => setPlan({ ...plan, ...part })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate(undefined)
      }}
    >
      <Stack>
        <TextInput
          label={say('assessments.name')}
          required
          value={plan.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Checkbox.Group
          label={say('prepare.languages')}
          value={[...plan.languages]}
          onChange={(chosen) =>
            change({ languages: locales.filter((locale) => chosen.includes(locale)) })
          }
        >
          <div className="inline-list">
            {locales.map((locale) => (
              <Checkbox key={locale} value={locale} label={languageNames[locale]} />
            ))}
          </div>
        </Checkbox.Group>
        <ContactsEditor plan={plan} onChange={(contacts) => change({ contacts })} />
        <TextInput
          type="date"
          label={say('prepare.checked')}
          description={say('prepare.checked.hint')}
          value={plan.contactsCheckedOn ?? ''}
          onChange={(event) =>
            change({ contactsCheckedOn: event.currentTarget.value || null })
          }
        />
        <TextInput
          type="date"
          label={say('prepare.closes-on')}
          description={say('prepare.closes-on.hint')}
          value={plan.closesOn ?? ''}
          onChange={(event) => change({ closesOn: event.currentTarget.value || null })}
        />
        <TextInput
          type="date"
          label={say('prepare.results-by')}
          description={say('prepare.results-by.hint')}
          value={plan.resultsBy ?? ''}
          onChange={(event) => change({ resultsBy: event.currentTarget.value || null })}
        />
        <RefusalNote refusal={saving.error} />
        <div>
          <Button type="submit" loading={saving.isPending}>
            {say('prepare.save')}
          </Button>
          {saving.isSuccess && (
            <span role="status" className="quiet">
              {' '}
              {say('prepare.saved')}
            </span>
          )}
        </div>
      </Stack>
    </form>
  )
}

/** What of an assessment the plan is. */
export function planOf({
  name,
  languages,
  contacts,
  contactsCheckedOn,
  closesOn,
  resultsBy,
  duties,
}: Assessment): Plan {
  return { name, languages, contacts, contactsCheckedOn, closesOn, resultsBy, duties }
}

/** Lines without a name and a number were left empty on purpose. */
export function writable(plan: Plan) {
  const contacts = Object.entries(plan.contacts).map(([locale, lines]) => [
    locale,
    (lines ?? []).filter(({ name, phone }) => name.trim() && phone.trim()),
  ])
  return {
    ...plan,
    languages: [...plan.languages],
    duties: {
      ...plan.duties,
      stakeholders: [...plan.duties.stakeholders],
      countries: [...plan.duties.countries],
      policies: [...plan.duties.policies],
    },
    contacts: Object.fromEntries(contacts),
  }
}
