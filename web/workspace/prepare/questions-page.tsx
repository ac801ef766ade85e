import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Assessment, isChangeable } from '#server/assessments/contract.ts'
import { composeQuestionnaire } from '#surveys/compose.ts'
import { areInAll } from '#surveys/own-question.ts'
import { longMinutes, minutesFor } from '#surveys/time-estimate.ts'
import { ask, assessments } from '../../api.ts'
import { assessmentQuery, frontDoorQuery, useAssessmentChange } from '../../assessment.ts'
import { useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { CoreTopics } from './core-topics.tsx'
import { ModuleChoice } from './module-choice.tsx'
import { OwnQuestions } from './own-questions.tsx'
import { PhonePreview } from './phone-preview.tsx'
import { SmallCells } from './small-cells.tsx'
import { type QuestionDraft, useQuestionDraft } from './use-question-draft.ts'
import { writtenQuestions } from './written-questions.ts'
import './prepare.css'

/** What is asked: the core, modules beside it, and an organization's own questions. */
export function QuestionsPage(): ReactNode {
  const { id } = useParams({ from: '/signed-in/assessments/$id' })
  const { data: assessment } = useSuspenseQuery(assessmentQuery(id))
  return <Composer key={assessment.revision} assessment={assessment} />
}

function Composer({ assessment }: { readonly assessment: Assessment }): ReactNode {
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const { say } = useLanguage()
  const composing = useQuestionDraft(assessment)
  const { draft, change } = composing
  const canChange = isChangeable(assessment) && door.me?.role === 'organiser'
  const asked = writtenQuestions(draft)
  const minutes = minutesFor(composeQuestionnaire(asked))
  return (
    <>
      <PageHead
        title={say('compose.title')}
        lead={say(canChange ? 'compose.lead' : 'compose.fixed')}
      />
      <Card title={say('compose.time')}>
        <p>{say('compose.time.text', { minutes })}</p>
        {minutes >= longMinutes && (
          <p role="status" className="warning">
            {say('compose.time.long')}
          </p>
        )}
      </Card>
      <CoreTopics />
      <ModuleChoice
        chosen={draft.modules}
        canChange={canChange}
        onChange={(modules) => change({ modules })}
      />
      <OwnQuestions
        own={draft.own}
        languages={assessment.languages}
        canChange={canChange}
        onChange={(own) => change({ own })}
      />
      {canChange && <KeepQuestions assessment={assessment} composing={composing} />}
      <SmallCells assessment={assessment} />
      <PhonePreview languages={assessment.languages} beside={asked} />
    </>
  )
}

function KeepQuestions({
  assessment: { id, languages },
  composing: { draft, isChanged, drop },
}: {
  readonly assessment: Assessment
  readonly composing: QuestionDraft
}): ReactNode {
  const { say } = useLanguage()
  const written = writtenQuestions(draft)
  const keeping = useAssessmentChange(id, () =>
    ask(
      Assessment,
      assessments[':id'].questions.$put({ param: { id }, json: mutable(written) }),
    ),
  )
  return (
    <div className="keep">
      <RefusalNote refusal={keeping.error} />
      {isChanged && <p role="status">{say('compose.draft')}</p>}
      {!areInAll(written.own, languages) && (
        <p className="warning">{say('refusal.own-questions-incomplete')}</p>
      )}
      <Button
        onClick={() => keeping.mutate(undefined)}
        loading={keeping.isPending}
        disabled={!isChanged}
      >
        {say('compose.save')}
      </Button>
      {isChanged && (
        <Button variant="default" onClick={drop}>
          {say('compose.drop')}
        </Button>
      )}
      {!isChanged && <p className="quiet">{say('compose.kept')}</p>}
    </div>
  )
}

/** The client of the server types lists as ones that may change. */
function mutable({ modules, own }: ReturnType<typeof writtenQuestions>) {
  return {
    modules: [...modules],
    own: own.map((question) => ({ ...question, options: [...question.options] })),
  }
}
