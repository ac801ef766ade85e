import { Select, TextInput } from '@mantine/core'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { type ReactNode, useMemo, useState } from 'react'
import { managerInterviewForm } from '#surveys/manager-interview-form.ts'
import type { Answers } from '#surveys/questionnaire.ts'
import { surveyJson } from '#surveys/survey-json.ts'
import { interviews, type Refused, settle } from '../../api.ts'
import { assessmentQuery } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Questionnaire } from '../../ui/questionnaire/questionnaire.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { interviewsQuery } from './queries.ts'
import { thisMonth } from './this-month.ts'
import { useFormWords } from './use-form-words.ts'

/** What a manager says of a team: never of a person. */
export function NewInterviewPage(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useSuspenseQuery(assessmentQuery(id))
  const { say, locale, texts } = useLanguage()
  const words = useFormWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [month, setMonth] = useState(thisMonth)
  const [unit, setUnit] = useState(assessment.counted[0]?.id ?? '')
  const survey = useMemo(
    () => surveyJson(managerInterviewForm, locale, texts, texts['interviews.new'] ?? ''),
    [locale, texts],
  )
  const saving = useMutation<void, Refused, Answers>({
    mutationFn: (answers) =>
      settle(interviews[':id'].$post({ param: { id }, json: { unit, month, answers } })),
    onSuccess: async () => {
      await client.invalidateQueries(interviewsQuery(id))
      await navigate({ to: paths.ask, params: { id } })
    },
  })
  return (
    <>
      <PageHead title={say('interviews.new')} lead={say('interviews.new.lead')} />
      <div className="contact-line">
        <Select
          label={say('interviews.unit')}
          data={assessment.counted.map(({ id: value, name }) => ({ value, label: name }))}
          value={unit}
          onChange={(value) => setUnit(value ?? unit)}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
        />
        <TextInput
          type="month"
          label={say('form.month')}
          description={say('form.month.hint')}
          required
          value={month}
          onChange={(event) => setMonth(event.currentTarget.value)}
        />
      </div>
      <Questionnaire
        survey={survey}
        words={words}
        onComplete={(answers) => saving.mutate(answers)}
      />
      <RefusalNote refusal={saving.error} />
    </>
  )
}
