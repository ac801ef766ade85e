import './questionnaire.css'
import { type ReactNode, useReducer, useRef } from 'react'
import type { Model, PageModel } from 'survey-core'
import { isPanel, questionsIn } from './model.ts'
import { PageTitle } from './page-title.tsx'
import { QuestionView } from './question-view.tsx'
import { Section } from './section.tsx'
import type { QuestionnaireWords } from './words.ts'

export interface QuestionPagesProps {
  readonly model: Model
  readonly words: QuestionnaireWords
  readonly page: number
  readonly onMove: (page: number) => void
  readonly onFinish: () => void
  /** what Back does on the first page; without it there is no Back there */
  readonly onLeave?: () => void
  /** stands between a page's title and its questions */
  readonly header?: (page: string) => ReactNode
  /** stands below a page's questions */
  readonly footer?: (page: string) => ReactNode
}

/** One page of a questionnaire, and the way to the pages beside it. */
export function QuestionPages(props: QuestionPagesProps): ReactNode {
  const { model, words, page, header } = props
  const pages = model.visiblePages
  const shown = pages[page]
  if (!shown) return null
  return (
    // Browsers keep what forms hold, to restore a session, unless told otherwise.
    <form
      className="questionnaire"
      autoComplete="off"
      noValidate
      onSubmit={(event) => event.preventDefault()}
    >
      <PageTitle title={shown.title} place={page + 1} of={pages.length} words={words} />
      {header?.(shown.name)}
      <PageOfQuestions {...props} key={shown.name} shown={shown} />
    </form>
  )
}

function PageOfQuestions(
  props: QuestionPagesProps & { readonly shown: PageModel },
): ReactNode {
  const { shown, words, footer } = props
  const [, redraw] = useReducer((times: number) => times + 1, 0)
  const questions = useRef<HTMLDivElement>(null)

  const goOn = () => {
    if (shown.validate(true, false)) return moveOn(props)
    redraw()
    // The messages must stand there before the focus can go to the first of them.
    requestAnimationFrame(() => focusFirstMissing(questions.current))
  }
  return (
    <>
      <div ref={questions}>
        {shown.elements.filter(isPanel).map((panel) => (
          <Section key={panel.name} lead={panel.title}>
            {questionsIn(panel.questions).map((question) => (
              <QuestionView
                key={question.name}
                question={question}
                words={words}
                onAnswer={redraw}
              />
            ))}
          </Section>
        ))}
      </div>
      {footer?.(shown.name)}
      <Way {...props} goOn={goOn} />
    </>
  )
}

function Way(props: QuestionPagesProps & { readonly goOn: () => void }): ReactNode {
  const { model, page, words, goOn, onMove, onLeave } = props
  const isLast = page === model.visiblePages.length - 1
  const goBack = page > 0 ? () => onMove(page - 1) : onLeave
  return (
    <div className="q-way">
      {goBack && (
        <button type="button" className="button button-quiet" onClick={goBack}>
          {words.back}
        </button>
      )}
      <button type="button" className="button q-on" onClick={goOn}>
        {isLast ? words.finish : words.next}
      </button>
    </div>
  )
}

function moveOn({ model, page, onMove, onFinish }: QuestionPagesProps): void {
  if (page === model.visiblePages.length - 1) onFinish()
  else onMove(page + 1)
}

function focusFirstMissing(questions: HTMLElement | null): void {
  questions?.querySelector<HTMLElement>('[data-missing] input')?.focus()
}
