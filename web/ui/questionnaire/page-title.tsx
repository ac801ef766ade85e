import { type ReactNode, useEffect, useRef } from 'react'
import type { QuestionnaireWords } from './words.ts'

export interface PageTitleProps {
  readonly title: string
  readonly place: number
  readonly of: number
  readonly words: QuestionnaireWords
}

/** Where one is, in words and as a bar. A new page begins here: at its top, with its title. */
export function PageTitle({ title, place, of, words }: PageTitleProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(place)
  useEffect(() => {
    if (before.current === place) return
    before.current = place
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [place])
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className="q-title">
        <span className="q-part">
          {words.part(place, of)}
          <span className="q-apart">: </span>
        </span>
        {title}
      </h2>
      <div className="q-bar" aria-hidden="true">
        {Array.from({ length: of }, (_, step) => (
          <i key={step} className={step < place ? 'q-done' : undefined} />
        ))}
      </div>
    </>
  )
}
