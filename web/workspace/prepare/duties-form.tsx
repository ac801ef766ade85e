import { Button, Checkbox, NumberInput, Stack, Textarea, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Assessment, countries, type Duties } from '#server/assessments/contract.ts'
import { guardedModule } from '#surveys/optional-modules.ts'
import { policiesFor } from '#surveys/policies.ts'
import { ask, assessments } from '../../api.ts'
import { useAssessmentChange } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { planOf, writable } from './plan-form.tsx'

interface Editing {
  readonly duties: Duties
  readonly canChange: boolean
  readonly change: (part: Partial<Duties>) => void
}

/** Money, agreement, who has a stake, and the rules that apply. */
export function DutiesForm({
  assessment,
  canChange,
}: {
  readonly assessment: Assessment
  readonly canChange: boolean
}): ReactNode {
  const { say } = useLanguage()
  const { id } = assessment
  const [duties, setDuties] = useState<Duties>(assessment.duties)
  const saving = useAssessmentChange(id, () =>
    ask(
      Assessment,
      assessments[':id'].plan.$put({
        param: { id },
        json: writable({ ...planOf(assessment), duties: tidy(duties) }),
      }),
    ),
  )
  const change = (part: Partial<Duties>) => setDuties({ ...duties, ...part })
  const editing = { duties, canChange, change }
  const isGuarded = assessment.questions.modules.includes(guardedModule)
  return (
    <form
      className="stacked"
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate(undefined)
      }}
    >
      <MoneyAndPeople {...editing} />
      <Rules {...editing} />
      {isGuarded && <SafetyAtHome {...editing} />}
      <p className="quiet">
        <Link to={paths.prepare} params={{ id }}>
          {say('duties.dates', { place: say('plan.nav.plan') })}
        </Link>
      </p>
      <RefusalNote refusal={saving.error} />
      {canChange && (
        <Button type="submit" loading={saving.isPending}>
          {say('duties.keep')}
        </Button>
      )}
    </form>
  )
}

function MoneyAndPeople({ duties, canChange, change }: Editing): ReactNode {
  const { say } = useLanguage()
  return (
    <Card title={say('duties.money')}>
      <Stack>
        <NumberInput
          label={say('duties.budget')}
          readOnly={!canChange}
          min={0}
          allowDecimal={false}
          hideControls
          value={duties.budget ?? ''}
          onChange={(value) =>
            change({ budget: typeof value === 'number' ? value : null })
          }
        />
        <TextInput
          label={say('duties.currency')}
          readOnly={!canChange}
          maxLength={3}
          value={duties.currency}
          onChange={({ currentTarget: { value } }) =>
            change({ currency: value.toUpperCase() })
          }
        />
        <TextInput
          label={say('duties.staff')}
          readOnly={!canChange}
          maxLength={200}
          value={duties.staffAgreement}
          onChange={({ currentTarget: { value } }) => change({ staffAgreement: value })}
        />
        <Textarea
          label={say('duties.stakeholders')}
          description={say('duties.stakeholders.hint')}
          readOnly={!canChange}
          autosize
          minRows={3}
          value={duties.stakeholders.join('\n')}
          onChange={({ currentTarget: { value } }) =>
            change({ stakeholders: value.split('\n').slice(0, 12) })
          }
        />
      </Stack>
    </Card>
  )
}

function Rules({ duties, canChange, change }: Editing): ReactNode {
  const { say } = useLanguage()
  return (
    <Card title={say('duties.rules')}>
      <p className="quiet">{say('duties.rules.hint')}</p>
      <Stack>
        <Checkbox.Group
          label={say('duties.countries')}
          value={[...duties.countries]}
          onChange={(chosen) =>
            change({ countries: countries.filter((one) => chosen.includes(one)) })
          }
        >
          <div className="inline-list">
            {countries.map((one) => (
              <Checkbox
                key={one}
                value={one}
                label={say(`country.${one}`)}
                disabled={!canChange}
              />
            ))}
          </div>
        </Checkbox.Group>
        {policiesFor(duties.countries).map((policy) => (
          <Checkbox
            key={policy}
            label={say(`policy.${policy}`)}
            disabled={!canChange}
            checked={duties.policies.includes(policy)}
            onChange={({ currentTarget: { checked } }) =>
              change({
                policies: [
                  ...duties.policies.filter((one) => one !== policy),
                  ...(checked ? [policy] : []),
                ],
              })
            }
          />
        ))}
      </Stack>
    </Card>
  )
}

function SafetyAtHome({ duties, canChange, change }: Editing): ReactNode {
  const { say } = useLanguage()
  return (
    <Card title={say('duties.safety')}>
      <Stack>
        <TextInput
          label={say('duties.safety.partner')}
          readOnly={!canChange}
          maxLength={120}
          value={duties.safetyPartner}
          onChange={({ currentTarget: { value } }) => change({ safetyPartner: value })}
        />
        <TextInput
          label={say('duties.safety.signed')}
          readOnly={!canChange}
          maxLength={120}
          value={duties.safetySignedOffBy}
          onChange={({ currentTarget: { value } }) =>
            change({ safetySignedOffBy: value })
          }
        />
      </Stack>
    </Card>
  )
}

/** Empty lines name nobody, and policies of a country that was taken out are not settled. */
function tidy(duties: Duties): Duties {
  const applying: readonly string[] = policiesFor(duties.countries)
  return {
    ...duties,
    stakeholders: duties.stakeholders.map((one) => one.trim()).filter(Boolean),
    policies: duties.policies.filter((one) => applying.includes(one)),
  }
}
