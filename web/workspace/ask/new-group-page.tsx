import { TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { type ReactNode, useMemo, useState } from 'react'
import { focusGroupForm } from '#surveys/focus-group-form.ts'
import type { Answers } from '#surveys/questionnaire.ts'
import { surveyJson } from '#surveys/survey-json.ts'
import { focusGroups, type Refused, settle } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Questionnaire } from '../../ui/questionnaire/questionnaire.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { useFormWords } from '../../use-form-words.ts'
import { sessionsQuery } from './queries.ts'
import { thisMonth } from './this-month.ts'

/** The intake form of one focus-group session. */
export function NewGroupPage(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { say, locale, texts } = useLanguage()
  const words = useFormWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [month, setMonth] = useState(thisMonth)
  const survey = useMemo(
    () => surveyJson(focusGroupForm, locale, texts, texts['groups.new'] ?? ''),
    [locale, texts],
  )
  const saving = useMutation<void, Refused, Answers>({
    mutationFn: (answers) =>
      settle(focusGroups[':id'].$post({ param: { id }, json: { month, answers } })),
    onSuccess: async () => {
      await client.invalidateQueries(sessionsQuery(id))
      await navigate({ to: paths.ask, params: { id } })
    },
  })
  return (
    <>
      <PageHead title={say('groups.new')} lead={say('groups.new.lead')} />
      <TextInput
        type="month"
        label={say('form.month')}
        description={say('form.month.hint')}
        required
        w={240}
        value={month}
        onChange={(event) => setMonth(event.currentTarget.value)}
      />
      <Questionnaire
        survey={survey}
        words={words}
        onComplete={(answers) => saving.mutate(answers)}
      />
      <RefusalNote refusal={saving.error} />
    </>
  )
}
