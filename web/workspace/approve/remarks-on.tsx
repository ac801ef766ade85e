import { Button, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Assessment } from '#server/assessments/contract.ts'
import { type Place, type Remark, Review } from '#server/remarks/contract.ts'
import { ask, remarks as door, type Refused } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { RefusalNote } from '../../ui/refusal.tsx'
import { useDraft } from '../use-draft.ts'
import { reviewQuery } from './queries.ts'

/** What both sides remarked on one part of the plan, and room for one more. */
export function RemarksOn({
  assessment: { id, revision },
  place,
  remarks,
  canWrite,
  side,
}: {
  readonly assessment: Assessment
  readonly place: Place
  readonly remarks: readonly Remark[]
  readonly canWrite: boolean
  readonly side: string
}): ReactNode {
  const { say } = useLanguage()
  const client = useQueryClient()
  const { text, write, forget } = useDraft(`remark.${id}.${place}`)
  const keep = (review: Review): void => {
    client.setQueryData(reviewQuery(id).queryKey, review)
  }
  const saying = useMutation<Review, Refused>({
    mutationFn: () =>
      ask(Review, door[':id'].$post({ param: { id }, json: { place, text, revision } })),
    onSuccess: (review) => {
      keep(review)
      forget()
    },
  })
  const settling = useMutation<Review, Refused, string>({
    mutationFn: (remark) =>
      ask(Review, door[':id'][':remark'].settled.$post({ param: { id, remark } })),
    onSuccess: keep,
  })
  if (!canWrite && remarks.length === 0) return null
  return (
    <div className="remarks">
      {remarks.map((remark) => (
        <OneRemark
          key={remark.id}
          remark={remark}
          onSettle={
            canWrite && remark.role === side && !remark.settledBy
              ? () => settling.mutate(remark.id)
              : undefined
          }
        />
      ))}
      {canWrite && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            saying.mutate()
          }}
        >
          <Textarea
            label={say('review.remark', { part: say(`review.${place}`) })}
            value={text}
            onChange={(event) => write(event.currentTarget.value)}
            maxLength={1000}
            autosize
            minRows={1}
          />
          {text.trim() !== '' && (
            <Button type="submit" variant="default" size="sm" loading={saying.isPending}>
              {say('review.say')}
            </Button>
          )}
        </form>
      )}
      <RefusalNote refusal={saying.error ?? settling.error} />
    </div>
  )
}

function OneRemark({
  remark: { by, role, on, text, settledBy },
  onSettle,
}: {
  readonly remark: Remark
  readonly onSettle: (() => void) | undefined
}): ReactNode {
  const { say, date } = useLanguage()
  return (
    <div className={`remark ${settledBy ? 'settled' : ''}`}>
      <p className="quiet">
        {by}, {say(`role.${role}`)}, {date(on)}
      </p>
      <p className="said">{text}</p>
      {settledBy && <p className="good">{say('review.settled', { name: settledBy })}</p>}
      {onSettle && (
        <Button variant="subtle" size="compact-sm" onClick={onSettle}>
          {say('review.settle')}
        </Button>
      )}
    </div>
  )
}
