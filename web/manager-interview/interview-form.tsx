import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { Model } from 'survey-core'
import { managerInterviewForm } from '#surveys/manager-interview-form.ts'
import { interviewTexts } from '#surveys/manager-interview-texts.ts'
import { detailTexts } from '#surveys/personal-details/wording.ts'
import type { Answers } from '#surveys/questionnaire.ts'
import { say as sayFrom } from '#surveys/say.ts'
import { surveyJson } from '#surveys/survey-json.ts'
import { useLanguage } from '../language.tsx'
import { answersIn, buildModel } from '../ui/questionnaire/model.ts'
import { QuestionPages } from '../ui/questionnaire/question-pages.tsx'
import { useFormWords } from '../use-form-words.ts'
import { TextField } from './text-field.tsx'
import { useInterviewTexts } from './use-interview-texts.ts'
import { type OwnWords, useOwnWords } from './use-own-words.ts'

/** What a form holds, as the server takes it. */
export interface Said {
  readonly answers: Answers
  readonly texts: Readonly<Record<string, string>>
  readonly harmless: readonly { readonly field: string; readonly piece: string }[]
}

export const nothingSaid: Said = { answers: {}, texts: {}, harmless: [] }

/**
 * The interview, page by page: choices and a few fields for own words. Nobody gets past a page
 * on which something points to a person.
 */
export function InterviewForm({
  before,
  finish,
  onChange,
  onFinish,
  onLeave,
}: {
  readonly before: Said
  /** what the last button says */
  readonly finish: string
  /** hears of everything that was answered or written, to keep it */
  readonly onChange?: (said: Said) => void
  readonly onFinish: (said: Said) => void
  readonly onLeave?: () => void
}): ReactNode {
  const words = { ...useFormWords(), finish }
  const [page, setPage] = useState(0)
  const [isBlocked, setBlocked] = useState(false)
  const model = useInterviewModel(before.answers)
  const own = useOwnWords(before)
  const { texts, harmless } = own
  useKeeping(model, { texts, harmless }, onChange)

  const goTo = (next: number): void => {
    const isOpen = next > page && own.openPart(model.visiblePages[page]?.name)
    setBlocked(Boolean(isOpen))
    if (!isOpen) setPage(next)
  }
  const end = (): void => {
    const open = own.openPart()
    setBlocked(Boolean(open))
    if (open) setPage(model.visiblePages.findIndex(({ name }) => name === open))
    else onFinish({ answers: answersIn(model), texts, harmless })
  }
  return (
    <QuestionPages
      model={model}
      words={words}
      page={page}
      onMove={goTo}
      onFinish={end}
      {...(onLeave && { onLeave })}
      footer={(part) => <OwnWordsOf part={part} own={own} isBlocked={isBlocked} />}
    />
  )
}

/** In another language the answers stay. */
function useInterviewModel(answers: Answers): Model {
  const { locale } = useLanguage()
  const texts = useInterviewTexts()
  const earlier = useRef<Model>(undefined)
  const given = useRef(answers)
  const model = useMemo(() => {
    const survey = surveyJson(
      managerInterviewForm,
      locale,
      texts,
      texts['part.team'] ?? '',
    )
    const made = buildModel(survey, earlier.current)
    if (!earlier.current) made.data = { ...given.current }
    return made
  }, [locale, texts])
  useEffect(() => {
    earlier.current = model
  }, [model])
  return model
}

function useKeeping(
  model: Model,
  { texts, harmless }: Pick<Said, 'texts' | 'harmless'>,
  onChange: ((said: Said) => void) | undefined,
): void {
  const written = useRef({ texts, harmless, onChange })
  useEffect(() => {
    const isNew = written.current.texts !== texts
    written.current = { texts, harmless, onChange }
    if (isNew) onChange?.({ answers: answersIn(model), texts, harmless })
  })
  useEffect(() => {
    const hear = (): void => {
      const { onChange: tell, ...words } = written.current
      tell?.({ answers: answersIn(model), ...words })
    }
    model.onValueChanged.add(hear)
    return () => model.onValueChanged.remove(hear)
  }, [model])
}

function OwnWordsOf({
  part,
  own,
  isBlocked,
}: {
  readonly part: string
  readonly own: OwnWords
  readonly isBlocked: boolean
}): ReactNode {
  const { say, locale } = useLanguage()
  const texts = useInterviewTexts()
  const fields = interviewTexts.filter((field) => field.part === part)
  if (fields.length === 0) return null
  return (
    <>
      <p className="quiet">{say('interview.own-words')}</p>
      {fields.map(({ id }) => (
        <TextField
          key={id}
          label={sayFrom(texts, `text.${id}`)}
          text={own.texts[id] ?? ''}
          findings={own.findings(id)}
          onText={(text) => own.write(id, text)}
          onHarmless={(piece) => own.callHarmless(id, piece)}
        />
      ))}
      <p className="quiet">{detailTexts[locale]['detail.no-promise']}</p>
      {isBlocked && own.openPart(part) && (
        <p role="alert" className="refusal-line">
          {say('interview.found')}
        </p>
      )}
    </>
  )
}
