import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { GroupStudy, GroupsOfAssessment } from '#server/group-studies/contract.ts'
import { languageNames } from '#surveys/locale.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { StudyForm } from './study-form.tsx'

/** What the groups are for; a form until it is planned, and while it is changed. */
export function StudyCard({
  id,
  groups,
  canPlan,
}: {
  readonly id: string
  readonly groups: GroupsOfAssessment
  readonly canPlan: boolean
}): ReactNode {
  const { say } = useLanguage()
  const [isChanging, setChanging] = useState(false)
  const { study } = groups
  const isForm = canPlan && (study === null || isChanging)
  return (
    <Card title={say('groups.study.title')}>
      {isForm && <StudyForm id={id} groups={groups} onSaved={() => setChanging(false)} />}
      {!isForm && study === null && <p>{say('groups.study.none')}</p>}
      {!isForm && study !== null && <StudySummary study={study} />}
      {canPlan && study !== null && !isChanging && (
        <Button variant="default" onClick={() => setChanging(true)}>
          {say('groups.study.change')}
        </Button>
      )}
    </Card>
  )
}

/** A study in words. */
export function StudySummary({ study }: { readonly study: GroupStudy }): ReactNode {
  const { say, number } = useLanguage()
  const { purposes, types, plannedGroups, stopRule, languages } = study
  return (
    <dl className="facts">
      <dt>{say('groups.purposes')}</dt>
      <dd>
        <ul>
          {purposes.map((purpose) => (
            <li key={purpose}>{say(`purpose.${purpose}`)}</li>
          ))}
        </ul>
      </dd>
      <dt>{say('groups.types')}</dt>
      <dd>{types.join(' · ')}</dd>
      <dt>{say('groups.planned')}</dt>
      <dd>{number(plannedGroups)}</dd>
      <dt>{say('groups.stop')}</dt>
      <dd>{say(`stop.${stopRule}`)}</dd>
      <dt>{say('groups.languages')}</dt>
      <dd>{languages.map((locale) => languageNames[locale]).join(' · ')}</dd>
    </dl>
  )
}
