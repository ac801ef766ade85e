import type { ReactNode } from 'react'
import { summarizeInterview } from '#surveys/manager-interview-summary.ts'
import { interviewTexts } from '#surveys/manager-interview-texts.ts'
import { say } from '#surveys/say.ts'
import type { Said } from './interview-form.tsx'
import { useInterviewTexts } from './use-interview-texts.ts'

/** What was said, in sentences, and the own words as they were written. */
export function InterviewSummary({
  said: { answers, texts: written },
}: {
  readonly said: Pick<Said, 'answers' | 'texts'>
}): ReactNode {
  const texts = useInterviewTexts()
  return (
    <>
      <ul>
        {summarizeInterview(answers, texts).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <dl className="summary-words">
        {interviewTexts.map(
          ({ id }) =>
            written[id] && (
              <div key={id}>
                <dt className="quiet">{say(texts, `text.${id}`)}</dt>
                <dd className="marked-text">{written[id]}</dd>
              </div>
            ),
        )}
      </dl>
    </>
  )
}
