import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { Model } from 'survey-core'
import type { Answers } from '#surveys/questionnaire.ts'
import type { SurveyJson } from '#surveys/survey-json.ts'
import { answersIn, buildModel } from './model.ts'
import { QuestionPages } from './question-pages.tsx'
import type { QuestionnaireWords } from './words.ts'

export interface QuestionnaireProps {
  /** kept between renders; in another language it takes the answers over */
  readonly survey: SurveyJson
  readonly words: QuestionnaireWords
  readonly onComplete: (answers: Answers) => void
  /** what Back does on the first page; without it there is no Back there */
  readonly onLeave?: () => void
  /** stands between a page's title and its questions */
  readonly header?: (page: string) => ReactNode
}

/** A questionnaire, page by page, until it is complete. */
export function Questionnaire({
  survey,
  onComplete,
  ...rest
}: QuestionnaireProps): ReactNode {
  const [page, setPage] = useState(0)
  const model = useModel(survey)
  return (
    <QuestionPages
      {...rest}
      model={model}
      page={page}
      onMove={setPage}
      onFinish={() => onComplete(answersIn(model))}
    />
  )
}

function useModel(survey: SurveyJson): Model {
  const earlier = useRef<Model>(undefined)
  const model = useMemo(() => buildModel(survey, earlier.current), [survey])
  useEffect(() => {
    earlier.current = model
  }, [model])
  return model
}
