import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type Assessment, isChangeable } from '#server/assessments/contract.ts'
import type { ApprovedPlan, Place } from '#server/remarks/contract.ts'
import { languageNames } from '#surveys/locale.ts'
import { frontDoorQuery } from '../../assessment.ts'
import { type Language, useLanguage } from '../../language.tsx'
import { Card } from '../../ui/card.tsx'
import { Keys } from './keys.tsx'
import { reviewQuery } from './queries.ts'
import { RemarksOn } from './remarks-on.tsx'
import './review.css'

type Planned = Pick<
  Assessment,
  'counted' | 'languages' | 'contacts' | 'contactsCheckedOn' | 'closesOn' | 'resultsBy'
>

/** What is approved, part by part, with what both sides remark on each beside it. */
export function ReviewCard({
  assessment,
}: {
  readonly assessment: Assessment
}): ReactNode {
  const language = useLanguage()
  const { say } = language
  const { data: review } = useQuery(reviewQuery(assessment.id))
  const { data: door } = useSuspenseQuery(frontDoorQuery)
  const before = review?.approvedBefore ?? null
  const changed = before
    ? places.filter((place) => hasChanged(place, before, assessment))
    : []
  return (
    <Card title={say('approve.what')}>
      {before && (
        <p className="changed-note">
          {changed.length > 0
            ? say('review.changed', {
                name: before.approvedBy,
                parts: changed.map((place) => say(`review.${place}`)).join(', '),
              })
            : say('review.unchanged', { name: before.approvedBy })}
        </p>
      )}
      <div className="review">
        {places.map((place) => (
          <section key={place} aria-label={say(`review.${place}`)}>
            <div className="review-part">
              <h3>{say(`review.${place}`)}</h3>
              {before && changed.includes(place) && (
                <div className="before">
                  <strong>{say('review.before')}</strong>
                  <Part place={place} planned={before} />
                </div>
              )}
              {changed.includes(place) && <strong>{say('review.now')}</strong>}
              <Part place={place} planned={assessment} />
              {place === 'keys' && <Keys id={assessment.id} />}
            </div>
            <RemarksOn
              assessment={assessment}
              place={place}
              remarks={review?.remarks.filter((remark) => remark.place === place) ?? []}
              canWrite={isChangeable(assessment)}
              side={door.me?.role ?? ''}
            />
          </section>
        ))}
      </div>
    </Card>
  )
}

const places: readonly Place[] = [
  'people',
  'languages',
  'questions',
  'published',
  'keys',
  'dates',
]

/** The lines that say what a part of the plan is. */
function linesOf(place: Place, planned: Planned, language: Language): readonly string[] {
  const { say, count, date } = language
  switch (place) {
    case 'people': {
      const people = planned.counted.reduce((sum, { headcount }) => sum + headcount, 0)
      return [
        `${count('people', people)}. ${count('prepare.counted', planned.counted.length)}`,
        ...planned.counted.map(({ name, headcount }) => `${name}: ${headcount}`),
      ]
    }
    case 'languages':
      return planned.languages.map((locale) => {
        const contacts = planned.contacts[locale] ?? []
        const list = contacts.map(({ name, phone }) => `${name} ${phone}`).join(', ')
        return `${languageNames[locale]}: ${list || '–'}`
      })
    case 'questions':
      return [say('approve.questions.text')]
    case 'published':
      return [say('approve.published.text')]
    case 'keys':
      return []
    case 'dates':
      return [
        `${say('prepare.closes-on')}: ${planned.closesOn ? date(planned.closesOn) : '–'}`,
        `${say('prepare.results-by')}: ${planned.resultsBy ? date(planned.resultsBy) : '–'}`,
      ]
  }
}

function hasChanged(place: Place, before: ApprovedPlan, now: Planned): boolean {
  switch (place) {
    case 'people':
      return differs(before.counted, now.counted)
    case 'languages':
      return differs([before.languages, before.contacts], [now.languages, now.contacts])
    case 'dates':
      return differs([before.closesOn, before.resultsBy], [now.closesOn, now.resultsBy])
    default:
      return false
  }
}

const differs = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a) !== JSON.stringify(b)

const mostLines = 8

function Part({
  place,
  planned,
}: {
  readonly place: Place
  readonly planned: Planned
}): ReactNode {
  const language = useLanguage()
  const { say } = language
  const lines = linesOf(place, planned, language)
  const [first, ...others] = lines
  if (lines.length <= mostLines) return <List lines={lines} />
  return (
    <>
      <p>{first}</p>
      <details>
        <summary>{say('review.all', { count: others.length })}</summary>
        <List lines={others} />
      </details>
    </>
  )
}

function List({ lines }: { readonly lines: readonly string[] }): ReactNode {
  if (lines.length === 1) return <p>{lines[0]}</p>
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
